import type { IndexWriter } from '@footnote/index';

/**
 * Finishes a change that is in the index already: what fails of that, such as on a full disk, is told and no error, for
 * whoever asked for the change would take it for undone.
 * @returns what a person should know; null when all was done
 */
export async function finishCommitted(writer: IndexWriter): Promise<string | null> {
  try {
    return await writer.finish();
  } catch (error) {
    return `The change is in the index, but the copy of the vectors that large archives are searched by does not have it yet. The next run that writes brings it up to date. (${(error as Error).message})`;
  }
}
