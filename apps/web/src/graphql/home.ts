import { readSettings } from '../settings.ts';
import { type IndexStatus, indexStatusQuery } from './index-status.ts';
import { queryApi } from './query-api.ts';

export interface Home {
  readonly index: IndexStatus;
  /** Questions to begin with, which the articles answer. */
  readonly starters: readonly string[];
}

/** @throws ApiError */
export async function loadHome(): Promise<Home> {
  const { index } = await queryApi(indexStatusQuery, {});
  return { index, starters: [] };
}

/** The command that adds articles to this index. */
export function indexCommand(): string {
  const { index } = readSettings();
  return `npx footnote index path/to/articles${index === null ? '' : ` --index ${shellWord(index)}`}`;
}

function shellWord(text: string): string {
  return /^[\w./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
