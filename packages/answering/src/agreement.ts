import type { JudgedSentence } from './judged-sentence.ts';
import { answersTheSame } from './same-answer.ts';

/**
 * How far the passages read agree on the sentence that comes first, 0 to 1: by the ranking's own odds, which of them
 * answers (a choice among the best sentences of all passages), the share of that sentence and of those that give the
 * same answer. A question that says too little finds as good an answer to something else in other passages.
 * @param ranked best first
 */
export function agreementOf(question: string, ranked: readonly JudgedSentence[]): number {
  const [best] = ranked;
  if (best === undefined) return 1;
  const bestOfPassage = new Map(ranked.toReversed().map((sentence) => [sentence.hit.passage, sentence]));
  let total = 0;
  let agreeing = 0;
  for (const sentence of bestOfPassage.values()) {
    const odds = Math.exp(sentence.score - best.score);
    total += odds;
    if (sentence === best || answersTheSame(question, best, sentence)) agreeing += odds;
  }
  return agreeing / total;
}
