import { FootnoteError } from '@footnote/core';

const ATTEMPTS = 3;

/** Thrown by `locate` when an article was replaced between the ranking and the reading of its text. */
export class StalePassageError extends Error {
  override readonly name = 'StalePassageError';
}

/**
 * Runs `attempt` again when another process replaced an article in the middle of it, so that no quote is ever shown
 * against a text that it was not taken from.
 *
 * @throws FootnoteError `INDEX_CHANGED` when it happened three times running
 */
export async function onSteadyIndex<T>(attempt: () => Promise<T>): Promise<T> {
  let cause: unknown;
  for (let tried = 0; tried < ATTEMPTS; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StalePassageError)) throw error;
      cause = error;
    }
  }
  throw new FootnoteError(
    'INDEX_CHANGED',
    'The index kept changing while it was read. Ask again in a moment.',
    { cause },
  );
}
