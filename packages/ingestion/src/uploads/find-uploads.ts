import { existsSync } from 'node:fs';
import { type FoundFiles, findFiles } from '@footnote/documents';
import type { ArticleOrigin, IndexEngine, IndexWriter } from '@footnote/index';
import { UploadBatch } from './upload-batch.ts';
import { asUploaded, isUploaded } from './uploaded-origin.ts';

export interface FoundUploads {
  readonly found: FoundFiles;
  /** Whether an article was uploaded, and its file is there no more. */
  readonly isGone: (article: ArticleOrigin) => boolean;
}

/**
 * The files that were uploaded to an index, after what a killed upload left is put in order. Null where there is no
 * folder of them: articles that were uploaded then stay, for their files are not gone one by one.
 */
export async function findUploads(
  { uploadsFolder }: IndexEngine,
  writer: IndexWriter,
): Promise<FoundUploads | null> {
  if (uploadsFolder === undefined || !existsSync(uploadsFolder)) return null;
  await UploadBatch.settleAll(uploadsFolder, writer);
  const found = asUploaded(await findFiles([uploadsFolder]), uploadsFolder);
  const here = new Set(found.files.map(({ path }) => path));
  const unreachable = found.skipped.map(({ path }) => path);
  const isHere = (path: string) =>
    here.has(path) || unreachable.some((place) => path === place || path.startsWith(`${place}/`));
  return { found, isGone: (article) => isUploaded(article) && !isHere(article.path) };
}
