import type { Engine } from '@footnote/engine';
import {
  MAX_KEPT_ANSWER_BYTES,
  MAX_KEPT_ANSWERS,
  MAX_PROSE_RUNNING,
  MAX_PROSE_WAITING,
  MAX_QUESTIONS_RUNNING,
  MAX_QUESTIONS_WAITING,
} from '../limits.ts';
import { createAnswerCache } from './answer-cache.ts';
import { watchDamage } from './damage-watch.ts';
import type { Metrics } from './metrics.ts';
import { keepProse } from './prose-cache.ts';
import { createQuestionQueue } from './question-queue.ts';
import type { Tracing } from './tracing.ts';

/** An engine as a server gives it to all of its doors: its questions bounded and counted, its answers kept, its index watched. */
export interface ServedEngine extends Engine {
  /** Why what was asked for last could not be read, if it still cannot; null when all is well. */
  damage(): Promise<Error | null>;
}

export function serveEngine(
  engine: Engine,
  { metrics, tracing }: { readonly metrics: Metrics; readonly tracing?: Tracing | null },
): ServedEngine {
  const { engine: watched, damage } = watchDamage(engine);
  const queue = createQuestionQueue(watched.ask, {
    running: MAX_QUESTIONS_RUNNING,
    waiting: MAX_QUESTIONS_WAITING,
  });
  const timed = metrics.timedStages(queue.ask);
  const cache = createAnswerCache(
    { ask: tracing?.tracedStages(timed) ?? timed, version: watched.version },
    {
      limits: { answers: MAX_KEPT_ANSWERS, bytes: MAX_KEPT_ANSWER_BYTES },
      onReuse: metrics.countReuse,
    },
  );
  const writing = createQuestionQueue(metrics.countedProse(watched.prose), {
    running: MAX_PROSE_RUNNING,
    waiting: MAX_PROSE_WAITING,
  });
  metrics.watchQueue(queue);
  metrics.watchCache(cache.size);
  metrics.watchIndex(async () => {
    try {
      return (await damage()) ? null : await engine.status();
    } catch {
      // Readiness meets the same error, and logs it.
      return null;
    }
  });
  const served = metrics.measured({ ...watched, ask: cache.ask, prose: keepProse(writing.ask) });
  return { ...(tracing?.traced(served) ?? served), damage };
}
