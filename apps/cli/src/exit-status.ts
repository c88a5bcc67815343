import { FootnoteError } from '@footnote/core';
import { DAMAGED_INDEX_CODES } from '@footnote/index';
import { CommanderError } from 'commander';

/** What the exit status of every command means. */
export const EXIT = {
  done: 0,
  /** The request cannot be met; the message has cause and remedy. */
  unmet: 1,
  wrongUsage: 2,
  /** The index is damaged, or was made by another model or format. */
  damaged: 3,
} as const;

export function exitStatusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
  if (error instanceof FootnoteError && isDamage(error.code)) return EXIT.damaged;
  return EXIT.unmet;
}

function isDamage(code: string): boolean {
  return (DAMAGED_INDEX_CODES as readonly string[]).includes(code);
}
