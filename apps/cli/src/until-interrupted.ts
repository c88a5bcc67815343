/** The run was stopped from outside, by Ctrl-C or a signal. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

/** Runs something long with a signal that Ctrl-C (or a SIGTERM) aborts; a second Ctrl-C ends the process at once. */
export async function untilInterrupted<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const interrupt = () => controller.abort(new InterruptedError('Stopped.'));
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    return await run(controller.signal);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
