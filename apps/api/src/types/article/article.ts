import type { StoredArticle } from '@footnote/engine';
import { refusal } from '../../errors.ts';
import { EXPECTED_DUPLICATES } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { pageCost, toConnection, toEdges, toIndexPage } from '../connection/page-arguments.ts';
import { PassageConnection } from '../passage/passage.ts';

const PASSAGES_A_PAGE = 20;

export const Article = builder.objectRef<StoredArticle>('Article');

builder.node(Article, {
  description: 'One news article as its author published it.',
  id: { resolve: (article) => article.key },
  loadWithoutCache: (key, { engine }) => engine.article(key),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its own id where it gave one, else its path.' }),
    title: t.exposeString('title', { nullable: true }),
    text: t.exposeString('text', { description: 'What every quote and offset refers to.' }),
    source: t.exposeString('source', { nullable: true }),
    author: t.string({
      nullable: true,
      description: 'The authors joined by ", "; null when none is known.',
      resolve: ({ authors }) => (authors.length > 0 ? authors.join(', ') : null),
    }),
    authors: t.stringList({ description: 'One entry a person.', resolve: ({ authors }) => [...authors] }),
    publishedAt: t.expose('publishedAt', { type: 'Date', nullable: true }),
    url: t.exposeString('url', { nullable: true }),
    language: t.exposeString('language', { nullable: true, description: 'BCP 47 tag.' }),
    contentHash: t.exposeString('contentHash', {
      description: 'SHA-256 of all of the article: the same exactly when it is.',
    }),
    duplicates: t.field({
      type: [Article],
      description: 'Near-identical articles of the same story, in order of key.',
      complexity: { field: 1, multiplier: EXPECTED_DUPLICATES },
      resolve: async ({ duplicates }, _args, { engine }) =>
        (await engine.articlesByKey(duplicates)).filter((article) => article !== null),
    }),
    passages: t.field({
      type: PassageConnection,
      args: { first: t.arg.int({ defaultValue: PASSAGES_A_PAGE }), after: t.arg.string() },
      description: 'In the order of the text.',
      complexity: (args) => pageCost(args, { defaultFirst: PASSAGES_A_PAGE }),
      resolve: async (article, args, { engine }) => {
        const page = await engine.passages(article.key, toIndexPage('passages', args, PASSAGES_A_PAGE));
        if (!page) throw articleChanged(article);
        for (const { item } of page.items) assertSame(article, item.article);
        return toConnection(toEdges('passages', page), { hasNextPage: page.hasNextPage, after: args.after });
      },
    }),
  }),
});

/** Offsets of another version of the text would point at other words. */
function assertSame(article: StoredArticle, current: StoredArticle): void {
  if (current.contentHash === article.contentHash) return;
  throw articleChanged(article);
}

function articleChanged({ key }: StoredArticle) {
  return refusal('INDEX_CHANGED', `The article "${key}" changed while it was read. Ask again.`);
}

export const ArticleConnection = builder.connectionObject(
  { type: Article, name: 'ArticleConnection' },
  { name: 'ArticleEdge' },
);
