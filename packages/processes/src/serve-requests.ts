import { LimitWatch } from './limit-watch.ts';
import type { ProcessMessage, ProcessRequest } from './process-messages.ts';
import { toSentError } from './sent-error.ts';

/** `tell` sends the parent how far the answer is: anything structured-cloneable. */
export type AnswerRequest<Request, Answer> = (
  request: Request,
  tell: (progress: unknown) => void,
) => Promise<Answer>;

/**
 * The child's side of a `WorkerProcess`: `start` is called once with what the parent gave, and what it returns
 * answers the requests, one after the other. The child ends with its parent, and when it exceeds a limit.
 */
export function serveRequests<Start, Request, Answer>(
  start: (payload: Start) => Promise<AnswerRequest<Request, Answer>>,
): void {
  let answerer: Promise<AnswerRequest<Request, Answer>> | undefined;
  let watch: LimitWatch | undefined;
  let last: Promise<void> = Promise.resolve();
  process.once('disconnect', () => process.exit());
  // Ctrl-C in a terminal reaches the whole group: the parent finishes what is in hand, and then ends this process.
  process.on('SIGINT', () => {});
  process.on('message', (message: ProcessMessage) => {
    if (message.kind === 'start') {
      if (message.memoryMb !== undefined) watch = new LimitWatch(message.memoryMb);
      answerer = start(message.payload as Start);
      answerer.then(
        () => say({ kind: 'started' }),
        () => {
          // Each request fails with the reason.
        },
      );
    }
    if (message.kind === 'request') last = last.then(() => answerOne(message));
  });

  async function answerOne({ id, payload, processorMs }: ProcessRequest): Promise<void> {
    try {
      const answer = await answerer;
      if (!answer) throw new Error('a request came before the start');
      const tell = (progress: unknown) => say({ kind: 'progress', id, payload: progress });
      const work = () => answer(payload as Request, tell);
      const answered = await (watch && processorMs !== undefined ? watch.within(processorMs, work) : work());
      say({ kind: 'answer', id, payload: answered });
    } catch (error) {
      say({ kind: 'failure', id, error: toSentError(error) });
    }
  }
}

function say(message: ProcessMessage): void {
  // Without a parent there is nobody to answer, and 'disconnect' ends the process.
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}
