import type { ListIdentity, ArticleOrder as Order } from '@footnote/engine';
import { refusal } from '../../errors.ts';
import { LIST_COST, MAX_PAGE_SIZE } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { atMost, pageCost, toConnection, toTwoWayPage } from '../connection/page-arguments.ts';
import { articleKeyOf } from '../node/node-id.ts';
import { Article, ArticleConnection } from './article.ts';
import { ArticleFilter, toArticleFilter } from './article-filter.ts';

const ARTICLES_A_PAGE = 20;

const ArticleOrder = builder.enumType('ArticleOrder', {
  description: 'What articles are listed by. Those that have none of it come last, and ties go by key.',
  values: {
    KEY: { description: 'The key, by its UTF-16 code units.' },
    TITLE: { description: 'The title, without regard to case and marks.' },
    NEWEST: { description: 'The day of publication, the last first.' },
    OLDEST: { description: 'The day of publication, the first first.' },
  } satisfies Record<Order, { description: string }>,
});

builder.queryField('article', (t) =>
  t.field({
    type: Article,
    nullable: true,
    description:
      'An article by its id or by its key (one of them); null when the index does not hold it. Errors: `INVALID_ARGUMENTS`, `INVALID_ID`.',
    args: {
      id: t.arg.id({ description: 'The `id` of an Article.' }),
      key: t.arg.string({ description: 'The `key` of an Article.' }),
    },
    resolve: (_root, { id, key }, { loaders }) => {
      if ((id == null) === (key == null)) {
        throw refusal('INVALID_ARGUMENTS', 'Give "id" or "key", and not both.');
      }
      return loaders.article.load(key ?? articleKeyOf(id as string));
    },
  }),
);

builder.queryField('articlesByKey', (t) =>
  t.field({
    type: [Article],
    nullable: { list: false, items: true },
    description:
      'The articles of these keys, in their order; null where the index does not hold one. Error: `TOO_MANY_ITEMS`.',
    args: { keys: t.arg.stringList({ required: true, description: 'At most 50.' }) },
    complexity: ({ keys }) => ({ field: 1, multiplier: Math.min(keys.length, MAX_PAGE_SIZE) }),
    resolve: (_root, { keys }, { loaders }) =>
      Promise.all(atMost(MAX_PAGE_SIZE, 'keys', keys).map((key) => loaders.article.load(key))),
  }),
);

builder.queryField('articles', (t) =>
  t.field({
    type: ArticleConnection,
    description:
      'A list of articles. Its pages go forward with `first` and `after`, backward with `last` and `before`. Errors: `INVALID_FIRST`, `INVALID_CURSOR`, `QUERY_TOO_LONG`, `TOO_MANY_ITEMS`.',
    args: {
      first: t.arg.int({
        defaultValue: ARTICLES_A_PAGE,
        description: 'So many from its start, 1 to 50; not read where `last` is given.',
      }),
      after: t.arg.string({ description: 'A cursor of this list: only what comes after it.' }),
      last: t.arg.int({ description: 'So many from its end, 1 to 50.' }),
      before: t.arg.string({ description: 'A cursor of this list: only what comes before it.' }),
      filter: t.arg({ type: ArticleFilter, description: 'Which articles are listed.' }),
      query: t.arg.string({
        description:
          'Words (2,000 characters at most), each of which stands, or is a part of what stands, in title, source, an author or the key, without regard to case and marks. Blank: every article. The text is what `search` is for.',
      }),
      orderBy: t.arg({ type: ArticleOrder, defaultValue: 'KEY', description: 'How they are listed.' }),
    },
    complexity: (args) => pageCost(args, { base: LIST_COST, defaultFirst: ARTICLES_A_PAGE }),
    resolve: async (_root, args, { engine }) => {
      const asked = {
        filter: toArticleFilter(args.filter),
        query: args.query ?? undefined,
        orderBy: args.orderBy ?? 'KEY',
      };
      const list: ListIdentity = { name: 'articles', of: asked };
      const page = await engine.articles({ ...asked, ...toTwoWayPage(list, args, ARTICLES_A_PAGE) });
      return { ...toConnection(list, page), totalCount: page.totalCount };
    },
  }),
);
