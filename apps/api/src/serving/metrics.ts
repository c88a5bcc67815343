import type { AskProgress, Engine } from '@footnote/engine';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds: from a cached embedding to a long wait in the queue. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export interface Metrics {
  readonly registry: Registry;
  /** Counts and times what an engine is asked; nothing of the questions is kept. */
  measured(engine: Engine): Engine;
  /** Times the stages of questions that are worked on. */
  timedStages(ask: Engine['ask']): Engine['ask'];
  /** A question that needed no work of its own. */
  countReuse(how: 'kept' | 'joined'): void;
  /** Counts what the writer was asked for, and what was left out of it. */
  countedProse(prose: Engine['prose']): Engine['prose'];
  /** Read when the metrics are. */
  watchCache(size: () => { readonly answers: number; readonly bytes: number }): void;
  /** Read when the metrics are. */
  watchQueue(queue: { running(): number; waiting(): number }): void;
  /** Read when the metrics are; null when it cannot be read. */
  watchIndex(read: () => Promise<IndexReading | null>): void;
  countRequest(path: string, status: number): void;
}

interface IndexReading {
  readonly articles: number;
  readonly passages: number;
}

/** What a server counts of itself, in the format of Prometheus. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const questions = new Counter({
    name: 'footnote_questions_total',
    help: 'Questions, by what came of them.',
    labelNames: ['outcome'],
    registers,
  });
  const stages = new Histogram({
    name: 'footnote_question_stage_seconds',
    help: 'Time that questions spent in each stage that they were worked on; "all" is from asked to done, for every question.',
    labelNames: ['stage'],
    buckets: BUCKETS,
    registers,
  });
  const reused = new Counter({
    name: 'footnote_answers_reused_total',
    help: 'Questions whose answer was kept, or was being worked on for somebody else (joined).',
    labelNames: ['how'],
    registers,
  });
  const proses = new Counter({
    name: 'footnote_prose_total',
    help: 'Answers given to the writer, by what came of them: "written", or why there is no prose.',
    labelNames: ['outcome'],
    registers,
  });
  const dropped = new Counter({
    name: 'footnote_prose_sentences_dropped_total',
    help: 'Sentences of the writer that their quotes do not hold.',
    registers,
  });
  const searches = new Histogram({
    name: 'footnote_search_seconds',
    help: 'Time that searches took.',
    buckets: BUCKETS,
    registers,
  });
  const requests = new Counter({
    name: 'footnote_http_requests_total',
    help: 'HTTP requests, by path and status.',
    labelNames: ['path', 'status'],
    registers,
  });
  const gauge = (name: string, help: string, collect: (this: Gauge) => Promise<void> | void) =>
    new Gauge({ name, help, registers, collect });

  return {
    registry,
    measured: (engine) => ({
      ...engine,
      ask: async (request, options = {}) => {
        const end = stages.startTimer({ stage: 'all' });
        try {
          const result = await engine.ask(request, options);
          end();
          questions.inc({ outcome: result.kind });
          return result;
        } catch (error) {
          questions.inc({ outcome: options.signal?.aborted ? 'abandoned' : 'failed' });
          throw error;
        }
      },
      search: async (request, options) => {
        const end = searches.startTimer();
        const page = await engine.search(request, options);
        end();
        return page;
      },
    }),
    timedStages: (ask) => async (request, options) => {
      let end = stages.startTimer({ stage: 'WAITING' });
      const onProgress = (progress: AskProgress) => {
        end();
        end = stages.startTimer({ stage: progress.stage });
        options?.onProgress?.(progress);
      };
      const result = await ask(request, { ...options, onProgress });
      end();
      return result;
    },
    countReuse: (how) => reused.inc({ how }),
    countedProse: (prose) => async (answer, options) => {
      const written = await prose(answer, options);
      if (written) proses.inc({ outcome: written.reason ?? 'written' });
      dropped.inc(written?.dropped ?? 0);
      return written;
    },
    watchCache: (size) => {
      gauge('footnote_answers_kept', 'Answers that are kept for who asks the same.', function () {
        this.set(size().answers);
      });
      gauge('footnote_answers_kept_bytes', 'Memory that they may hold.', function () {
        this.set(size().bytes);
      });
    },
    watchQueue: (queue) => {
      gauge('footnote_questions_running', 'Questions that are being answered.', function () {
        this.set(queue.running());
      });
      gauge('footnote_questions_waiting', 'Questions that wait for their turn.', function () {
        this.set(queue.waiting());
      });
    },
    watchIndex: (read) => {
      // Each reads for itself: the order in which metrics are collected is nobody's to rely on.
      gauge(
        'footnote_index_readable',
        '1 while all that is asked for can be read, else 0.',
        async function () {
          this.set((await read()) ? 1 : 0);
        },
      );
      gauge('footnote_index_articles', 'Articles in the index.', async function () {
        const reading = await read();
        if (reading) this.set(reading.articles);
      });
      gauge('footnote_index_passages', 'Passages in the index.', async function () {
        const reading = await read();
        if (reading) this.set(reading.passages);
      });
    },
    countRequest: (path, status) => requests.inc({ path, status }),
  };
}
