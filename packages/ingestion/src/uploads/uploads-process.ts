/** The child process that changes the index of a server: all of that would hold up who asks. */
import { indexAt } from '@footnote/index-location';
import { resolveEmbeddingModel } from '@footnote/inference';
import { serveRequests } from '@footnote/processes';
import type { IndexReport } from '../index-report.ts';
import { type RemovalReport, removeArticles } from '../remove-articles.ts';
import { updateIndex } from '../update-index.ts';
import { addArticles } from './add-articles.ts';
import type { Upload } from './upload-batch.ts';

export interface UploadsProcessStart {
  readonly index: string;
  readonly model: string | undefined;
  readonly pooling: string | undefined;
}

export type UploadsRequest =
  | { readonly kind: 'add'; readonly files: readonly Upload[] }
  | { readonly kind: 'remove'; readonly keys: readonly string[] }
  | { readonly kind: 'review' };

export type UploadsAnswer = IndexReport | RemovalReport;

serveRequests<UploadsProcessStart, UploadsRequest, UploadsAnswer>(async ({ index: location, ...setting }) => {
  const index = await indexAt(location);
  const resolveModel = () => resolveEmbeddingModel({ setting: setting.model, pooling: setting.pooling });
  return async (request, tell) => {
    if (request.kind === 'remove') {
      return removeArticles({ index, keys: request.keys, uploadedOnly: true });
    }
    const run = { index, model: await resolveModel(), onProgress: tell };
    return request.kind === 'add'
      ? addArticles({ ...run, files: request.files })
      : updateIndex({ ...run, paths: [] });
  };
});
