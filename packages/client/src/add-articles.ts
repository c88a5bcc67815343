import { addArticlesDocument, type IndexProgress, type IndexReport } from './documents.ts';
import type { Endpoint } from './endpoint.ts';
import { subscribe } from './subscribe.ts';

/** A file of one article, or of many where it is JSONL. */
export interface ArticleFile {
  /** Its name, which may stand in folders: `2024/summit.md`. */
  readonly name: string;
  /** Its bytes, or the text of one that is text. */
  readonly content: Uint8Array | string;
}

export interface AddArticlesOptions {
  /** Told how far it is. */
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
  /** Gives it up, so that nothing is added, and rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** @throws FootnoteApiError; the signal's reason when it is aborted */
export function addArticles(
  endpoint: Endpoint,
  files: readonly ArticleFile[],
  { onProgress, signal }: AddArticlesOptions,
): Promise<IndexReport> {
  return subscribe(endpoint, {
    document: addArticlesDocument,
    variables: { files: files.map(({ name, content }) => ({ name, contentBase64: toBase64(content) })) },
    signal,
    onEvent: ({ addArticles: event }): IndexReport | undefined => {
      if (event.__typename === 'IndexReport') return event;
      onProgress?.(event);
      return undefined;
    },
    cutShort: {
      code: 'ADDING_CUT_SHORT',
      message: 'The connection ended before the files were added, and nothing of them was. Add them again.',
    },
  });
}

/** btoa takes characters, and no function takes more than some tens of thousands of arguments. */
const CHUNK = 0x8000;

function toBase64(content: Uint8Array | string): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary);
}
