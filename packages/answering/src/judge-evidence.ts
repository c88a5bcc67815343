import type { Embedder } from '@footnote/inference';
import type { PassageReader } from '@footnote/reader';
import { agreementOf } from './agreement.ts';
import {
  type CandidateSentence,
  candidatesOf,
  profileQuestion,
  withReading,
  withSimilarity,
} from './candidate-sentences.ts';
import type { Evidence } from './evidence.ts';
import type { JudgedSentence } from './judged-sentence.ts';
import { readingRequestOf } from './reading-request.ts';
import { type AnswerModel, confidenceOf, scoreSentence } from './sentence-features.ts';

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
/** The passages found first are always read, for what else is said: a second source, another figure, more of a list. */
const ALWAYS_READ = 4;

/**
 * Reads passages, the most promising first, some at a time, and stops when none that is left could come first: its best
 * sentence would not, were its margin the greatest and nothing held against it. What decides looks only at the sentence
 * that comes first, at the passages that are always read and at the search, so that reading on would not change the
 * decision.
 */
export function createReadingJudge(parts: {
  reader: PassageReader;
  model: AnswerModel;
  /** Passages that are read in any case. */
  leastRead?: number;
}): Judge {
  const { reader, model, leastRead = ALWAYS_READ } = parts;
  return {
    async judge(evidence, { signal } = {}) {
      const profile = profileQuestion(evidence);
      const unread = evidence.hits.map((hit) => ({
        hit,
        ...withBound(candidatesOf(hit, evidence, profile), model),
      }));
      const later = unread.splice(ALWAYS_READ);
      unread.sort(byBound).push(...later.sort(byBound));
      const judged: JudgedSentence[] = [];
      const best = () => judged.reduce((most, { score }) => Math.max(most, score), Number.NEGATIVE_INFINITY);
      const enough = () =>
        evidence.hits.length - unread.length >=
        Math.max(leastRead, Math.min(ALWAYS_READ, evidence.hits.length));
      while (unread.length > 0 && !(enough() && (unread[0]?.bound as number) <= best())) {
        const read = await Promise.all(
          unread.splice(0, AT_A_TIME).map(async ({ hit, candidates }) => {
            const { question, passage } = readingRequestOf(hit, evidence);
            const reading = await reader.read(question, passage, { signal });
            return withReading(candidates, reading, profile);
          }),
        );
        judged.push(...read.flat().map((sentence) => judgeSentence(sentence, model)));
      }
      return weighTogether(judged, evidence, model);
    },
  };
}

/**
 * Sentences that were read, best first by the ranking of `model`, with the confidence in each: how far the passages
 * agree on the first is known of all of them.
 */
export function weighTogether<Sentence extends CandidateSentence>(
  read: readonly Sentence[],
  { question, hits }: Pick<Evidence, 'question' | 'hits'>,
  model: AnswerModel,
): (Sentence & JudgedSentence)[] {
  const ranked = read.map((sentence) => judgeSentence(sentence, model)).sort(byScore);
  const compared = new Set([...hits.slice(0, ALWAYS_READ), ranked[0]?.hit]);
  const agreement = agreementOf(
    question,
    ranked.filter(({ hit }) => compared.has(hit)),
  );
  return ranked.map((sentence) => {
    const features = { ...sentence.features, agreement };
    return { ...sentence, features, confidence: confidenceOf(features, model) };
  });
}

function byBound(a: { bound: number }, b: { bound: number }): number {
  return b.bound - a.bound;
}

function withBound(candidates: readonly CandidateSentence[], model: AnswerModel) {
  const bound = candidates.reduce(
    (most, { features }) => Math.max(most, scoreSentence(features, model)),
    Number.NEGATIVE_INFINITY,
  );
  return { candidates, bound };
}

function judgeSentence<Sentence extends CandidateSentence>(
  sentence: Sentence,
  model: AnswerModel,
): Sentence & JudgedSentence {
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
