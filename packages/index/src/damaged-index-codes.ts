import type { ErrorCode } from '@footnote/core';

/** The errors that say that an index is damaged, or was made by another model or format. */
export const DAMAGED_INDEX_CODES: readonly ErrorCode[] = [
  'INDEX_DAMAGED',
  'INDEX_FORMAT_TOO_NEW',
  'INDEX_OTHER_MODEL',
];
