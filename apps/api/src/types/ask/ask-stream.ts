import type { AskOptions, AskProgress, AskResult } from '@footnote/engine';
import { Repeater } from 'graphql-yoga';

type AskEvent = AskProgress | AskResult;

/** The stages of one question as they happen, then its result. Whoever stops listening stops the work. */
export function streamAsk(
  ask: (options: AskOptions) => Promise<AskResult>,
  signal: AbortSignal,
): AsyncIterable<AskEvent> {
  return new Repeater<AskEvent>(async (push, stop) => {
    const abandoned = new AbortController();
    void stop.then(() => abandoned.abort());
    const onProgress = (progress: AskProgress) => void push(progress);
    try {
      await push(await ask({ onProgress, signal: AbortSignal.any([signal, abandoned.signal]) }));
      stop();
    } catch (error) {
      stop(abandoned.signal.aborted ? undefined : error);
    }
  });
}
