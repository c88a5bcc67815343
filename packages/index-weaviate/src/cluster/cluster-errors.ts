import { FootnoteError } from '@footnote/core';

/** No node answers, or none for long enough. */
export function unreachable(location: string, cause: unknown): FootnoteError {
  const what = cause instanceof Error ? ` (${firstLine(cause.message)})` : '';
  return new FootnoteError(
    'INDEX_UNREACHABLE',
    `The cluster of the index ${location} does not answer${what}. Check that its nodes run and that the address, the ports and the scheme (weaviates for TLS) are theirs, then try again.`,
    { cause },
  );
}

/** What a person has to see to, and what asking again or elsewhere does not mend; null for any other error. */
export function refusalOf(error: unknown, location: string): FootnoteError | null {
  if (error instanceof FootnoteError) return error;
  const { code, message = '' } = error as { code?: unknown; message?: string };
  if (code === 401 || code === 403 || /UNAUTHENTICATED|PERMISSION_DENIED/.test(message)) {
    return new FootnoteError(
      'INDEX_UNREACHABLE',
      `The cluster of the index ${location} refuses the key. Set FOOTNOTE_WEAVIATE_KEY to one that may read and write it.`,
      { cause: error },
    );
  }
  if (/read-only|disk usage/i.test(message)) {
    return new FootnoteError(
      'INDEX_NOT_WRITABLE',
      `The cluster of the index ${location} takes no writes (${firstLine(message)}). Give its nodes room, and run the same command again: what was indexed so far is kept.`,
      { cause: error },
    );
  }
  return null;
}

export function indexNotFound(location: string): FootnoteError {
  return new FootnoteError(
    'INDEX_NOT_FOUND',
    `There is no index at ${location}. Make one with "footnote index PATH --index ${location}".`,
  );
}

export function indexDamaged(location: string, what: string): FootnoteError {
  return new FootnoteError(
    'INDEX_DAMAGED',
    `The index at ${location} is damaged: ${what}. Take the article out with "footnote remove" and index its file again, or index everything under another name.`,
  );
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!.slice(0, 300);
}
