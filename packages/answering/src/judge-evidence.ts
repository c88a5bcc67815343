import type { Embedder } from '@footnote/inference';
import type { PassageReader } from '@footnote/reader';
import { inWritingOf } from './article-writing.ts';
import {
  type CandidateSentence,
  candidatesOf,
  profileQuestion,
  withReading,
  withSimilarity,
} from './candidate-sentences.ts';
import type { Evidence } from './evidence.ts';
import { type AnswerModel, confidenceOf, scoreSentence } from './sentence-features.ts';

export interface JudgedSentence extends CandidateSentence {
  /** How well it answers beside the others, as `scoreSentence` gives it. */
  readonly score: number;
  /** How probably it answers, as `confidenceOf` gives it. */
  readonly confidence: number;
}

export interface Judge {
  /** The sentences of the evidence, most probable answer first; ties by article key, then start. */
  judge(evidence: Evidence, options?: { signal?: AbortSignal | undefined }): Promise<JudgedSentence[]>;
}

/** How a sentence compares with the question when no reader reads it: words in common and likeness of meaning. */
export function createOverlapJudge(parts: {
  embedder: Pick<Embedder, 'embedQuery' | 'embedPassage'>;
  model: AnswerModel;
}): Judge {
  const { embedder, model } = parts;
  return {
    async judge(evidence, { signal } = {}) {
      const asked = await embedder.embedQuery(evidence.question, { signal });
      const profile = profileQuestion(evidence);
      const judged: JudgedSentence[] = [];
      for (const candidate of evidence.hits.flatMap((hit) => candidatesOf(hit, evidence, profile))) {
        signal?.throwIfAborted();
        const similarity = dot(asked, await embedder.embedPassage(candidate.text));
        judged.push(judgeSentence(withSimilarity(candidate, similarity, profile), model));
      }
      return judged.sort(byScore);
    },
  };
}

/** How many passages are read at a time: as many as there are processes to read them on the smallest machine. */
const AT_A_TIME = 2;
/** Always read, for what else is said: a second source, another figure, more of a list. */
const LEAST_READ = 4;

/**
 * Reads passages best first, some at a time, and stops when none that is left could come first: its best sentence
 * would not, were its margin the greatest and nothing held against it. What decides looks only at the sentence that
 * comes first and at the search, so that reading on would not change the decision.
 */
export function createReadingJudge(parts: {
  reader: PassageReader;
  model: AnswerModel;
  /** Passages that are read in any case. */
  leastRead?: number;
}): Judge {
  const { reader, model, leastRead = LEAST_READ } = parts;
  return {
    async judge(evidence, { signal } = {}) {
      const profile = profileQuestion(evidence);
      const unread = evidence.hits
        .map((hit) => ({ hit, ...withBound(candidatesOf(hit, evidence, profile), model) }))
        .sort((a, b) => b.bound - a.bound);
      const judged: JudgedSentence[] = [];
      const best = () => judged.reduce((most, { score }) => Math.max(most, score), Number.NEGATIVE_INFINITY);
      const enough = () => evidence.hits.length - unread.length >= leastRead;
      while (unread.length > 0 && !(enough() && (unread[0]?.bound as number) <= best())) {
        const read = await Promise.all(
          unread.splice(0, AT_A_TIME).map(async ({ hit, candidates }) => {
            const asked = inWritingOf(hit.passage.text, evidence.question);
            const reading = await reader.read(asked, hit.passage, { signal });
            return withReading(candidates, reading, profile);
          }),
        );
        judged.push(...read.flat().map((sentence) => judgeSentence(sentence, model)));
      }
      return judged.sort(byScore);
    },
  };
}

function withBound(candidates: readonly CandidateSentence[], model: AnswerModel) {
  const bound = candidates.reduce(
    (most, { features }) => Math.max(most, scoreSentence(features, model)),
    Number.NEGATIVE_INFINITY,
  );
  return { candidates, bound };
}

function judgeSentence(sentence: CandidateSentence, model: AnswerModel): JudgedSentence {
  const { features } = sentence;
  return { ...sentence, score: scoreSentence(features, model), confidence: confidenceOf(features, model) };
}

function byScore(a: JudgedSentence, b: JudgedSentence): number {
  if (a.score !== b.score) return b.score - a.score;
  const [keyA, keyB] = [a.hit.passage.articleKey, b.hit.passage.articleKey];
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  return a.start - b.start;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
