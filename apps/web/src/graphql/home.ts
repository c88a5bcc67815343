import { setTimeout as delay } from 'node:timers/promises';
import { FootnoteApiError, type Writer, writerDocument } from '@footnote/client';
import { readSettings } from '../settings.ts';
import { starterQuestions } from '../starters/starter-questions.ts';
import { type IndexStatus, indexStatusQuery } from './index-status.ts';
import { queryApi } from './query-api.ts';

export interface Home {
  readonly index: IndexStatus;
  /** Who would be sent question and quotes for the prose of an answer; null where nobody is set. */
  readonly writer: Writer | null;
  /** Questions to begin with, which the articles answer. */
  readonly starters: readonly string[];
}

/** How long the page waits for questions to begin with, in milliseconds; the next one has them. */
const PATIENCE = 400;

/** @throws FootnoteApiError */
export async function loadHome(): Promise<Home> {
  const [{ index }, { writer }] = await Promise.all([
    queryApi(indexStatusQuery, {}),
    queryApi(writerDocument, {}),
  ]);
  return { index, writer, starters: await startersInTime(index) };
}

async function startersInTime({ articles, updatedAt }: IndexStatus): Promise<readonly string[]> {
  if (articles === 0) {
    return [];
  }
  const starters = starterQuestions(updatedAt).catch((error: unknown) => {
    if (error instanceof FootnoteApiError) {
      console.error(`There are no questions to begin with: ${error.code}: ${error.message}`);
      return [];
    }
    throw error;
  });
  return Promise.race([starters, delay(PATIENCE, [])]);
}

/** The command that adds articles to this index. */
export function indexCommand(): string {
  const { index } = readSettings();
  return `npx footnote index path/to/articles${index === null ? '' : ` --index ${shellWord(index)}`}`;
}

function shellWord(text: string): string {
  return /^[\w./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
