import type { IndexStatus as Status } from '@footnote/engine';
import { MAX_FILE_BYTES, MAX_PAGE_SIZE, MAX_UPLOAD_BYTES } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';

const UploadLimits = builder.objectRef<object>('UploadLimits').implement({
  description: 'What one `addArticles` may be sent.',
  fields: (t) => ({
    maxFiles: t.int({ description: 'Files.', resolve: () => MAX_PAGE_SIZE }),
    maxFileBytes: t.int({ description: 'Bytes of one file, before base64.', resolve: () => MAX_FILE_BYTES }),
    maxBytes: t.int({
      description: 'Bytes of all files together, before base64.',
      resolve: () => MAX_UPLOAD_BYTES,
    }),
  }),
});

const IndexStatus = builder.objectRef<Status>('IndexStatus').implement({
  description: 'What is in the index.',
  fields: (t) => ({
    articles: t.exposeInt('articles', { description: 'How many it holds.' }),
    passages: t.exposeInt('passages', { description: 'How many they are cut into.' }),
    model: t.string({
      description: 'The embedding model; empty while nothing was ever indexed.',
      resolve: ({ model }) => model?.id ?? '',
    }),
    uploadLimits: t.field({
      type: UploadLimits,
      nullable: true,
      description: 'What may be added at once; null where the server takes no changes.',
      resolve: (_status, _args, { uploads }) => uploads && {},
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
