import type { StoredArticle } from '@footnote/engine';
import { EXPECTED_DUPLICATES } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';

export const Article = builder.objectRef<StoredArticle>('Article');

builder.node(Article, {
  description: 'One news article as its author published it.',
  id: { resolve: (article) => article.key },
  loadWithoutCache: (key, { loaders }) => loaders.article.load(key),
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'What names it outside of this API: its own id where it gave one, else its path below the folder that was indexed, parted by `/`, with `#` and the line for JSONL.',
    }),
    title: t.exposeString('title', { nullable: true, description: 'Its headline; null when none is known.' }),
    text: t.exposeString('text', { description: 'What every quote and offset refers to.' }),
    source: t.exposeString('source', {
      nullable: true,
      description: 'Who published it; null when not known.',
    }),
    author: t.string({
      nullable: true,
      description: 'The authors joined by ", "; null when none is known.',
      resolve: ({ authors }) => (authors.length > 0 ? authors.join(', ') : null),
    }),
    authors: t.stringList({ description: 'One entry a person.', resolve: ({ authors }) => [...authors] }),
    publishedAt: t.expose('publishedAt', {
      type: 'Date',
      nullable: true,
      description: 'The day it was published, as it says itself; null when not known.',
    }),
    url: t.exposeString('url', {
      nullable: true,
      description: 'Where it was published; null when not known.',
    }),
    language: t.exposeString('language', { nullable: true, description: 'BCP 47 tag; null when not known.' }),
    contentHash: t.exposeString('contentHash', {
      description: 'SHA-256 of all of the article: the same exactly when it is.',
    }),
    duplicates: t.field({
      type: [Article],
      description: 'Near-identical articles of the same story, in order of key.',
      complexity: { field: 1, multiplier: EXPECTED_DUPLICATES },
      resolve: async ({ duplicates }, _args, { loaders }) => {
        const articles = await Promise.all(duplicates.map((key) => loaders.article.load(key)));
        return articles.filter((article) => article !== null);
      },
    }),
  }),
});

export const ArticleConnection = builder.connectionObject<typeof Article, { readonly totalCount: number }>(
  {
    type: Article,
    name: 'ArticleConnection',
    description: 'A page of a list of articles.',
    fields: (t) => ({
      totalCount: t.exposeInt('totalCount', { description: 'Articles of the whole list.' }),
    }),
  },
  { name: 'ArticleEdge', description: 'An article in its place.' },
);
