import { FootnoteError } from '@footnote/core';

/** How a passage holds the stems that it was found by. */
export interface WordMatch {
  /** Stems of the passage, those that come again counted again. */
  readonly length: number;
  /** How often it holds each of the stems that were looked for; those that it lacks are left out. */
  readonly frequencies: ReadonlyMap<string, number>;
}

const PART = /BM25F_(\S+)_(frequency|propLength):(\d+)/g;

/**
 * Reads how the cluster explains a score of its BM25 (`, BM25F_bridg_frequency:1, BM25F_bridg_propLength:12`), which costs
 * it a third of giving out the stems themselves.
 * @throws FootnoteError `INDEX_UNREACHABLE` where it explains nothing
 */
export function readWordMatch(explanation: string | undefined): WordMatch {
  const frequencies = new Map<string, number>();
  let length = 0;
  for (const [, stem, part, value] of explanation?.matchAll(PART) ?? []) {
    if (part === 'frequency') frequencies.set(stem!, Number(value));
    else length = Number(value);
  }
  if (length > 0 && frequencies.size > 0) return { length, frequencies };
  throw new FootnoteError(
    'INDEX_UNREACHABLE',
    `The cluster explains a score by "${explanation}", which tells no frequencies. Use Weaviate 1.35, which was tried.`,
  );
}
