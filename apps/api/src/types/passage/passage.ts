import type { StoredPassage } from '@footnote/engine';
import { builder } from '../../schema-builder.ts';
import { Article } from '../article/article.ts';
import { decodePassagePlace, encodePassagePlace } from '../node/node-id.ts';

export const Passage = builder.objectRef<StoredPassage>('Passage');

builder.node(Passage, {
  description: 'A run of whole sentences of one article, the unit that is ranked.',
  id: { resolve: ({ articleKey, start }) => encodePassagePlace(articleKey, start) },
  loadWithoutCache: (id, { loaders }) => loaders.passage.load(decodePassagePlace(id)),
  fields: (t) => ({
    article: t.field({
      type: Article,
      description: 'The article that it stands in.',
      resolve: ({ article }) => article,
    }),
    text: t.exposeString('text', { description: '`article.text.slice(start, end)`, to the character.' }),
    start: t.exposeInt('start', { description: 'Offset into Article.text, UTF-16 code units.' }),
    end: t.exposeInt('end', { description: 'Offset into Article.text, UTF-16 code units, half open.' }),
  }),
});

export const PassageConnection = builder.connectionObject(
  { type: Passage, name: 'PassageConnection', description: 'A page of the passages of an article.' },
  { name: 'PassageEdge', description: 'A passage in its place.' },
);
