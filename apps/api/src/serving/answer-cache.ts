import { createHash } from 'node:crypto';
import type { AskProgress, AskRequest, AskResult, Engine } from '@footnote/engine';
import { LRUCache } from 'lru-cache';
import { SharedWork } from './shared-work.ts';

interface CacheLimits {
  /** Answers and refusals that are kept. */
  readonly answers: number;
  /** Bytes of memory that they may hold, the texts of their articles included. */
  readonly bytes: number;
}

export interface AnswerCacheOptions {
  readonly limits: CacheLimits;
  /** Told whenever a question is not answered anew: its answer was kept, or is being worked on for another. */
  readonly onReuse: (how: 'kept' | 'joined') => void;
  /** The day it is, which questions like "last year" are read by. */
  readonly today?: (() => string) | undefined;
}

export interface AnswerCache {
  readonly ask: Engine['ask'];
  /** What is kept now. */
  size(): CacheLimits;
}

/** An answer, and the stages that were told before it. */
interface KeptAnswer {
  readonly result: AskResult;
  readonly progress: readonly AskProgress[];
}

/**
 * Answers what was asked before without reading again, and what is being answered for somebody else only once. The
 * models are the engine's for as long as it lives, and a threshold is the engine's or the index's own; of the rest, an
 * answer is kept for the same question, history, filter and day, and for one version of the index: what an index said
 * before a commit is never given after it.
 */
export function createAnswerCache(
  engine: Pick<Engine, 'ask' | 'version'>,
  { limits, onReuse, today = () => new Date().toDateString() }: AnswerCacheOptions,
): AnswerCache {
  const kept = new LRUCache<string, KeptAnswer>({
    max: limits.answers,
    maxSize: limits.bytes,
    sizeCalculation: bytesOf,
  });
  const running = new Map<string, SharedWork<AskProgress, AskResult>>();

  const start = (key: string, { version, request }: { version: string; request: AskRequest }) => {
    const work = new SharedWork<AskProgress, AskResult>(async ({ signal, onEvent }) => {
      try {
        const result = await engine.ask(request, { signal, onProgress: onEvent });
        // Versions only follow one another: the same before and after was the same throughout.
        if ((await engine.version()) === version) kept.set(key, { result, progress: work.events });
        return result;
      } finally {
        if (running.get(key) === work) running.delete(key);
      }
    });
    running.set(key, work);
    return work;
  };

  return {
    ask: async (request, options = {}) => {
      const { signal, onProgress } = options;
      const version = await engine.version();
      signal?.throwIfAborted();
      if (version === null) return engine.ask(request, options);
      const key = keyOf(request, `${today()} ${version}`);
      const known = kept.get(key);
      if (known) {
        onReuse('kept');
        for (const progress of known.progress) onProgress?.(progress);
        return known.result;
      }
      const inFlight = running.get(key);
      const joined = inFlight && !inFlight.isAbandoned ? inFlight : null;
      if (joined) onReuse('joined');
      const work = joined ?? start(key, { version, request });
      return work.wait({ onEvent: onProgress, signal });
    },
    size: () => ({ answers: kept.size, bytes: kept.calculatedSize }),
  };
}

/** The same for all that must be answered the same. */
function keyOf({ question, history = [], filter = {} }: AskRequest, version: string): string {
  const turns = history.map((turn) => [turn.question, turn.answer ?? null]);
  const filters = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const key = JSON.stringify([version, question, turns, filters]);
  return createHash('sha256').update(key).digest('base64');
}

/** What an answer is besides texts of articles. */
const BYTES_BESIDES = 16 * 1024;

/** An upper bound: other answers, and the reader of the index, may hold the same texts. */
function bytesOf({ result, progress }: KeptAnswer): number {
  const found = result.kind === 'Answer' ? result.evidence : result.nearest;
  // What a thread sends in another message is another copy.
  const passages = [found, ...progress.map(({ evidence }) => evidence ?? [])]
    .flat()
    .map(({ passage }) => passage);
  const texts = [...passages, ...new Set(passages.map(({ article }) => article))];
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  return BYTES_BESIDES + 2 * characters;
}
