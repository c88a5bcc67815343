import { FootnoteError } from '@footnote/engine';
import PQueue from 'p-queue';

export interface QueueLimits {
  /** Questions that are worked on at once. */
  readonly running: number;
  /** Questions that wait for one of those to be done; more are refused. */
  readonly waiting: number;
}

export interface QuestionQueue<Ask> {
  /** As the engine's. @throws FootnoteError `SERVER_BUSY` besides */
  readonly ask: Ask;
  running(): number;
  waiting(): number;
}

/** Bounds the questions that an engine is asked, so that a flood makes some wait and none fail for want of memory. */
export function createQuestionQueue<Request, Options extends { signal?: AbortSignal | undefined }, Result>(
  ask: (request: Request, options?: Options) => Promise<Result>,
  limits: QueueLimits,
): QuestionQueue<typeof ask> {
  const queue = new PQueue({ concurrency: limits.running });
  return {
    ask: async (request, options) => {
      if (queue.pending >= limits.running && queue.size >= limits.waiting) throw busy();
      const signal = options?.signal;
      return queue.add(() => ask(request, options), signal ? { signal } : {});
    },
    running: () => queue.pending,
    waiting: () => queue.size,
  };
}

function busy(): FootnoteError {
  return new FootnoteError(
    'SERVER_BUSY',
    'Too many questions are asked at once. Ask again in a few seconds.',
  );
}
