import { FootnoteError } from '@footnote/core';
import type { ModelProcessMessage, SentError } from './process-messages.ts';

export type AnswerRequest<Request, Answer> = (request: Request) => Promise<Answer>;

/**
 * The child's side of a `ModelProcess`: `start` is called once with what the parent gave, and what it returns
 * answers the requests, one after the other. The child ends with its parent.
 */
export function serveRequests<Start, Request, Answer>(
  start: (payload: Start) => Promise<AnswerRequest<Request, Answer>>,
): void {
  let answerer: Promise<AnswerRequest<Request, Answer>> | undefined;
  let last: Promise<void> = Promise.resolve();
  process.once('disconnect', () => process.exit());
  // Ctrl-C in a terminal reaches the whole group: the parent finishes what is in hand, and then ends this process.
  process.on('SIGINT', () => {});
  process.on('message', (message: ModelProcessMessage) => {
    if (message.kind === 'start') {
      answerer = start(message.payload as Start);
      answerer.catch((error: unknown) => say({ kind: 'unusable', error: sendable(error) }));
    }
    if (message.kind === 'request') {
      const { id, payload } = message;
      last = last.then(() => answerOne(id, payload as Request));
    }
  });

  async function answerOne(id: number, request: Request): Promise<void> {
    try {
      const answer = await answerer;
      if (!answer) throw new Error('a request came before the start');
      say({ kind: 'answer', id, payload: await answer(request) });
    } catch (error) {
      say({ kind: 'failure', id, error: sendable(error) });
    }
  }
}

function say(message: ModelProcessMessage): void {
  // Without a parent there is nobody to answer, and 'disconnect' ends the process.
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}

function sendable(thrown: unknown): SentError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return error instanceof FootnoteError ? { code: error.code, error } : { error };
}
