import { refusal } from '../../errors.ts';
import { builder } from '../../schema-builder.ts';
import { pageCost, toConnection, toEdges, toIndexPage } from '../connection/page-arguments.ts';
import { articleKeyOf } from '../node/node-id.ts';
import { Article, ArticleConnection } from './article.ts';
import { ArticleFilter, toArticleFilter } from './article-filter.ts';

const ARTICLES_A_PAGE = 20;

builder.queryField('article', (t) =>
  t.field({
    type: Article,
    nullable: true,
    description: 'An article by its id or by its key (one of them); null when the index does not hold it.',
    args: { id: t.arg.id(), key: t.arg.string() },
    resolve: (_root, { id, key }, { engine }) => {
      if ((id == null) === (key == null)) {
        throw refusal('INVALID_ARGUMENTS', 'Give "id" or "key", and not both.');
      }
      return engine.article(key ?? articleKeyOf(id as string));
    },
  }),
);

builder.queryField('articles', (t) =>
  t.field({
    type: ArticleConnection,
    description: 'In order of key.',
    args: {
      first: t.arg.int({ defaultValue: ARTICLES_A_PAGE }),
      after: t.arg.string(),
      filter: t.arg({ type: ArticleFilter }),
    },
    complexity: (args) => pageCost(args, { defaultFirst: ARTICLES_A_PAGE }),
    resolve: async (_root, args, { engine }) => {
      const page = await engine.articles({
        ...toIndexPage('articles', args, ARTICLES_A_PAGE),
        filter: toArticleFilter(args.filter),
      });
      return toConnection(toEdges('articles', page), { hasNextPage: page.hasNextPage, after: args.after });
    },
  }),
);
