import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FootnoteError } from '@footnote/core';

/** A threshold that was fitted to one index, with the models it was fitted for. */
export interface KeptThreshold {
  readonly threshold: number;
  /** Weights (SHA-256) of the embedding model, and of the reader; null without one. */
  readonly models: readonly (string | null)[];
}

const FILE = 'threshold.json';

/** Keeps a threshold beside the index in `directory`, until it is fitted again. */
export async function keepThreshold(directory: string, kept: KeptThreshold): Promise<void> {
  await writeFile(join(directory, FILE), `${JSON.stringify(kept, null, 2)}\n`);
}

/**
 * The threshold that was fitted to the index in `directory`; undefined where none was, or for other models.
 * @throws FootnoteError `INDEX_UNREADABLE` when the file is there and is not of this form
 */
export async function readKeptThreshold(
  directory: string,
  models: KeptThreshold['models'],
): Promise<number | undefined> {
  const file = join(directory, FILE);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unreadable(file, cause);
  }
  const kept = parse(text, file);
  return kept.models.join() === models.join() ? kept.threshold : undefined;
}

function parse(text: string, file: string): KeptThreshold {
  try {
    const kept = JSON.parse(text) as KeptThreshold;
    if (kept.threshold >= 0 && kept.threshold <= 1 && Array.isArray(kept.models)) return kept;
  } catch (cause) {
    throw unreadable(file, cause);
  }
  throw unreadable(file);
}

function unreadable(file: string, cause?: unknown): FootnoteError {
  const message = `${file} cannot be read as a threshold. Run footnote calibrate again, or delete it.`;
  return new FootnoteError('INDEX_UNREADABLE', message, { cause });
}
