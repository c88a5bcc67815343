import type { ListIdentity, StoredArticle } from '@footnote/engine';
import { refusal } from '../../errors.ts';
import { builder } from '../../schema-builder.ts';
import { pageCost, toConnection, toPage } from '../connection/page-arguments.ts';
import { PassageConnection } from '../passage/passage.ts';
import { Article } from './article.ts';

const PASSAGES_A_PAGE = 20;

builder.objectField(Article, 'passages', (t) =>
  t.field({
    type: PassageConnection,
    args: {
      first: t.arg.int({ defaultValue: PASSAGES_A_PAGE, description: '1 to 50.' }),
      after: t.arg.string({ description: 'A cursor of this list: only what comes after it.' }),
    },
    description: 'In the order of the text.',
    complexity: (args) => pageCost(args, { defaultFirst: PASSAGES_A_PAGE }),
    resolve: async (article, args, { loaders }) => {
      const list: ListIdentity = { name: 'passages', of: article.key };
      const page = await loaders.passages(toPage(list, args, PASSAGES_A_PAGE)).load(article.key);
      if (!page) throw articleChanged(article);
      for (const { item } of page.items) assertSame(article, item.article);
      return toConnection(list, { ...page, hasPreviousPage: args.after != null });
    },
  }),
);

/** Offsets of another version of the text would point at other words. */
function assertSame(article: StoredArticle, current: StoredArticle): void {
  if (current.contentHash === article.contentHash) return;
  throw articleChanged(article);
}

function articleChanged({ key }: StoredArticle) {
  return refusal('INDEX_CHANGED', `The article "${key}" changed while it was read. Ask again.`);
}
