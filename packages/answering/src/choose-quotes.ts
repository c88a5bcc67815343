import { termsOf } from '@footnote/retrieval';
import type { JudgedSentence } from './judge-evidence.ts';
import { type AnswerModel, confidenceOf } from './sentence-features.ts';

/** Most sentences of one answer. */
const MAX_QUOTES = 3;
/** A further quote's odds to answer are at least this share of the best one's. */
const COMPARABLE_ODDS = 0.5;
/** Two sentences that share more of their words than this (Jaccard) say the same. */
const SAME_WORDS = 0.8;

/**
 * The sentences to quote, best first: the best one, and others that answer by themselves with at least the
 * threshold's confidence, with odds that compare with the best one's, and do not say again, word for word, what is
 * quoted already.
 */
export function chooseQuotes(judged: readonly JudgedSentence[], model: AnswerModel): JudgedSentence[] {
  const quotes: JudgedSentence[] = [];
  for (const sentence of judged) {
    if (quotes.length === MAX_QUOTES) break;
    const [best = sentence] = quotes;
    if (sentence !== best && !isComparable(sentence, best, model)) continue;
    if (!quotes.some((quote) => saysTheSame(quote, sentence))) quotes.push(sentence);
  }
  return quotes;
}

function isComparable(sentence: JudgedSentence, best: JudgedSentence, model: AnswerModel): boolean {
  const confidence = confidenceOf(sentence.features, model);
  return (
    confidence >= model.threshold &&
    odds(confidence) >= COMPARABLE_ODDS * odds(confidenceOf(best.features, model))
  );
}

function odds(probability: number): number {
  return probability / (1 - probability);
}

function saysTheSame(a: JudgedSentence, b: JudgedSentence): boolean {
  const samePlace =
    a.hit.passage.articleKey === b.hit.passage.articleKey && a.start < b.end && b.start < a.end;
  return samePlace || jaccard(stems(a.text), stems(b.text)) > SAME_WORDS;
}

function stems(text: string): Set<string> {
  return new Set(termsOf(text).map((term) => term.stem));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((stem) => b.has(stem)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}
