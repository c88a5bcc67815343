import type { IndexReader } from '@footnote/index';
import type { Embedder } from '@footnote/inference';
import type { PassageReader } from '@footnote/reader';
import type { SearchHit } from '@footnote/retrieval';
import {
  atBest,
  type CandidateSentence,
  candidatesOf,
  profileQuestion,
  type QuestionProfile,
  withReading,
  withSimilarity,
} from './candidate-sentences.ts';
import { wordsToCount } from './question-words.ts';
import { type AnswerModel, scoreSentence } from './sentence-features.ts';

export interface JudgedSentence extends CandidateSentence {
  /** How well it answers beside the others, as `scoreSentence` gives it. */
  readonly score: number;
}

export interface Judge {
  /** The sentences of the evidence, most probable answer first; ties by article key, then start. */
  judge(
    question: string,
    evidence: readonly SearchHit[],
    options?: { signal?: AbortSignal | undefined },
  ): Promise<JudgedSentence[]>;
}

/** How a sentence compares with the question when no reader reads it: words in common and likeness of meaning. */
export function createOverlapJudge(parts: {
  index: IndexReader;
  embedder: Embedder;
  model: AnswerModel;
}): Judge {
  const { index, embedder, model } = parts;
  return {
    async judge(question, evidence, { signal } = {}) {
      const asked = await embedder.embedQuery(question, { signal });
      const profile = await profileOf(question, index);
      const judged: JudgedSentence[] = [];
      for (const candidate of evidence.flatMap((hit) => candidatesOf(hit, profile))) {
        signal?.throwIfAborted();
        const similarity = dot(asked, await embedder.embedPassage(candidate.text));
        judged.push(score(withSimilarity(candidate, similarity), model));
      }
      return judged.sort(byScore);
    },
  };
}

/** Reads passages best first, and stops when none that is left could change which sentence comes first. */
export function createReadingJudge(parts: {
  index: IndexReader;
  reader: PassageReader;
  model: AnswerModel;
}): Judge {
  const { index, reader, model } = parts;
  return {
    async judge(question, evidence, { signal } = {}) {
      const profile = await profileOf(question, index);
      const unread = evidence.map((hit) => {
        const candidates = candidatesOf(hit, profile);
        return {
          hit,
          candidates,
          bound: Math.max(...candidates.map((one) => scoreSentence(atBest(one), model))),
        };
      });
      const judged: JudgedSentence[] = [];
      let best = Number.NEGATIVE_INFINITY;
      for (const { hit, candidates, bound } of unread.sort((a, b) => b.bound - a.bound)) {
        if (bound <= best) break;
        const reading = await reader.read(question, hit.passage, { signal });
        for (const candidate of withReading(candidates, reading, profile)) {
          const sentence = score(candidate, model);
          best = Math.max(best, sentence.score);
          judged.push(sentence);
        }
      }
      return judged.sort(byScore);
    },
  };
}

async function profileOf(question: string, index: IndexReader): Promise<QuestionProfile> {
  const counts = await index.withSearcher((searcher) => searcher.wordCounts(wordsToCount(question)));
  return profileQuestion(question, counts);
}

function score(candidate: CandidateSentence, model: AnswerModel): JudgedSentence {
  return { ...candidate, score: scoreSentence(candidate.features, model) };
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
