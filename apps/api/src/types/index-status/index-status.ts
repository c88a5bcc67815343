import type { IndexStatus as Status } from '@footnote/engine';
import { builder } from '../../schema-builder.ts';

const IndexStatus = builder.objectRef<Status>('IndexStatus').implement({
  description: 'What is in the index.',
  fields: (t) => ({
    articles: t.exposeInt('articles', { description: 'How many it holds.' }),
    passages: t.exposeInt('passages', { description: 'How many they are cut into.' }),
    model: t.string({
      description: 'The embedding model; empty while nothing was ever indexed.',
      resolve: ({ model }) => model?.id ?? '',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it last changed; null while nothing was ever indexed.',
    }),
  }),
});

builder.queryField('index', (t) =>
  t.field({
    type: IndexStatus,
    description: 'What is in the index, now.',
    resolve: (_root, _args, { engine }) => engine.status(),
  }),
);
