import type { RemovalReport as Report } from '@footnote/ingestion';
import { CHANGE_COST, MAX_PAGE_SIZE } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { atMost } from '../connection/page-arguments.ts';
import { writable } from './writable.ts';

const RemovalReport = builder.objectRef<Report>('RemovalReport').implement({
  description: 'What was removed.',
  fields: (t) => ({
    removed: t.stringList({
      description: 'Keys of the articles that were removed.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ removed }) => [...removed],
    }),
    missing: t.stringList({
      description: 'Keys that no article has.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ missing }) => [...missing],
    }),
  }),
});

builder.mutationField('removeArticles', (t) =>
  t.field({
    type: RemovalReport,
    description:
      'Removes articles that were uploaded, with the copies of their files; all of them, or none. An article of a file at a path is refused with `NOT_UPLOADED`, whose message has the command that takes it out of the index: no file of a person is touched. Errors: `NOT_WRITABLE`, `TOO_MANY_ITEMS`, `NOT_UPLOADED`, `INDEX_BUSY`, `INDEX_NOT_FOUND`.',
    args: { keys: t.arg.stringList({ required: true, description: `At most ${MAX_PAGE_SIZE}.` }) },
    complexity: CHANGE_COST,
    resolve: (_root, { keys }, { uploads }) => writable(uploads).remove(atMost(MAX_PAGE_SIZE, 'keys', keys)),
  }),
);
