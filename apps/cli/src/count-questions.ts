import { startProgress } from './progress.ts';

interface CountedRun<T> {
  readonly total: number;
  readonly signal: AbortSignal;
  /** Calls `onQuestion` after each question; it throws when the run was interrupted. */
  readonly run: (onQuestion: () => void) => Promise<T>;
}

/** Runs something that goes through questions, and shows how far it is. */
export async function countQuestions<T>(activity: string, { total, signal, run }: CountedRun<T>): Promise<T> {
  const progress = startProgress();
  let done = 0;
  try {
    return await run(() => {
      signal.throwIfAborted();
      done += 1;
      progress.update({ activity, unit: 'questions', done, total });
    });
  } finally {
    progress.stop();
  }
}
