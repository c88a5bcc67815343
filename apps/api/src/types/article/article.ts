import type { StoredArticle } from '@footnote/engine';
import { EXPECTED_DUPLICATES } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';

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
  }),
});

export const ArticleConnection = builder.connectionObject(
  { type: Article, name: 'ArticleConnection' },
  { name: 'ArticleEdge' },
);
