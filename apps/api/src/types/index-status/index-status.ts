import type { IndexStatus as Status } from '@footnote/engine';
import { builder } from '../../schema-builder.ts';

const IndexStatus = builder.objectRef<Status>('IndexStatus').implement({
  description: 'What is in the index.',
  fields: (t) => ({
    articles: t.exposeInt('articles'),
    passages: t.exposeInt('passages'),
    model: t.string({
      description: 'The embedding model; empty while nothing was ever indexed.',
      resolve: ({ model }) => model?.id ?? '',
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
  }),
});

builder.queryField('index', (t) =>
  t.field({ type: IndexStatus, resolve: (_root, _args, { engine }) => engine.status() }),
);
