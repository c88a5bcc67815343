import type { IndexProgress as Progress } from '@footnote/ingestion';
import { CHANGE_COST } from '../../limits.ts';
import { builder, type RequestContext } from '../../schema-builder.ts';
import { streamWork, type WorkOptions } from '../stream/work-stream.ts';
import { FILES_ARGUMENT, toUploads } from './article-file.ts';
import { IndexProgress } from './index-progress.ts';
import { IndexReport } from './index-report.ts';
import { writable } from './writable.ts';

const DESCRIPTION =
  'Adds the articles of files to the index, which keeps copies of the files. All that can be read of them is added at once, or nothing: a request that is refused, given up or killed has changed nothing. A file of a name that was sent before takes its place. Errors: `NOT_WRITABLE`, `TOO_MANY_ITEMS`, `INVALID_FILE_NAME`, `INVALID_BASE64`, `FILE_TOO_LARGE`, `REQUEST_ENTITY_TOO_LARGE`, `INDEX_BUSY`, `INDEX_DISK_FULL`, `INDEX_NOT_WRITABLE`.';

builder.mutationField('addArticles', (t) =>
  t.field({
    type: IndexReport,
    description: DESCRIPTION,
    args: FILES_ARGUMENT,
    complexity: CHANGE_COST,
    resolve: (_root, { files }, { uploads, request: { signal } }) =>
      writable(uploads).add(toUploads(files), { signal }),
  }),
);

const AddArticlesEvent = builder.unionType('AddArticlesEvent', {
  description: 'How far it is, then the report.',
  types: [IndexProgress, IndexReport],
});

builder.subscriptionField('addArticles', (t) =>
  t.field({
    type: AddArticlesEvent,
    description: `${DESCRIPTION} Tells its progress on the way (GraphQL over SSE, distinct connections); who stops listening gives it up.`,
    args: FILES_ARGUMENT,
    complexity: CHANGE_COST,
    subscribe: (_root, { files }, { uploads, request }: RequestContext) => {
      const open = writable(uploads);
      const sent = toUploads(files);
      return streamWork((options: WorkOptions<Progress>) => open.add(sent, options), {
        signal: request.signal,
        isLatestEnough: true,
      });
    },
    resolve: (event) => event,
  }),
);
