import { Repeater, SlidingBuffer } from 'graphql-yoga';

export interface WorkOptions<Progress> {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

export interface StreamOptions {
  /** Of the request. */
  readonly signal: AbortSignal;
  /** Whether a client that is slow to listen is told only how far the work is by then, rather than every step. */
  readonly isLatestEnough?: boolean;
}

/** The progress of a piece of work as it happens, then its result. Whoever stops listening stops the work. */
export function streamWork<Progress, Result>(
  work: (options: WorkOptions<Progress>) => Promise<Result>,
  { signal, isLatestEnough = false }: StreamOptions,
): AsyncIterable<Progress | Result> {
  return new Repeater<Progress | Result>(
    async (push, stop) => {
      const abandoned = new AbortController();
      void stop.then(() => abandoned.abort());
      const onProgress = (progress: Progress) => void push(progress);
      try {
        await push(await work({ onProgress, signal: AbortSignal.any([signal, abandoned.signal]) }));
        stop();
      } catch (error) {
        stop(abandoned.signal.aborted ? undefined : error);
      }
    },
    isLatestEnough ? new SlidingBuffer(1) : undefined,
  );
}
