import type { LocatedPassage } from '@footnote/engine';
import { builder } from '../../schema-builder.ts';
import { Article } from '../article/article.ts';
import { decodePassagePlace, encodePassagePlace } from '../node/node-id.ts';

export const Passage = builder.objectRef<LocatedPassage>('Passage');

builder.node(Passage, {
  description: 'A run of whole sentences of one article, the unit that is ranked.',
  id: { resolve: ({ articleKey, start }) => encodePassagePlace(articleKey, start) },
  loadWithoutCache: (id, { reader }) => {
    const { articleKey, start } = decodePassagePlace(id);
    return reader.snapshot(() => {
      const article = reader.article(articleKey);
      const passage = reader.passageAt(articleKey, start);
      return article && passage ? { ...passage, article } : null;
    });
  },
  fields: (t) => ({
    article: t.field({ type: Article, resolve: ({ article }) => article }),
    text: t.exposeString('text'),
    start: t.exposeInt('start', { description: 'Offset into Article.text, UTF-16 code units.' }),
    end: t.exposeInt('end', { description: 'Offset into Article.text, UTF-16 code units, half open.' }),
  }),
});

export const PassageConnection = builder.connectionObject(
  { type: Passage, name: 'PassageConnection' },
  { name: 'PassageEdge' },
);
