import type { JudgedSentence } from './judged-sentence.ts';
import { asksForLatest, asksWhoNow } from './latest.ts';
import { answersDiffer, answersTheSame, articleOf } from './same-answer.ts';

/** Most sentences of one answer. */
const MAX_QUOTES = 3;
/** A further quote's odds to answer are at least this share of the best one's. */
const COMPARABLE_ODDS = 0.5;
/** One that gives another figure is told of sooner: who reads only the first would be misled. */
const DIFFERING_ODDS = 0.3;

/** A sentence to quote, and, where another article says the same, the sentence that does. */
interface ChosenQuote {
  readonly sentence: JudgedSentence;
  readonly secondSource: JudgedSentence | null;
}

export interface ChosenQuotes {
  /** Best first; of those that differ, or where what is so now is asked for, the newest article's first. */
  readonly quotes: readonly ChosenQuote[];
  /** The quotes among them whose figures or dates differ; empty or two at least. */
  readonly differing: readonly ChosenQuote[];
}

/**
 * The sentences to quote: the best one, and others that answer by themselves with at least the threshold's
 * confidence and odds that compare with the best one's. What says the same again is not quoted again, but the first
 * other article that says it is named as a second source.
 */
export function chooseQuotes(
  judged: readonly JudgedSentence[],
  { question, threshold }: { question: string; threshold: number },
): ChosenQuotes {
  const quotes: { sentence: JudgedSentence; secondSource: JudgedSentence | null }[] = [];
  for (const sentence of judged) {
    const [best] = quotes;
    if (best && sentence.confidence < threshold) continue;
    if (best && oddsRatio(sentence, best.sentence) < leastOdds(question, sentence, best.sentence)) continue;
    const same = quotes.find((quote) => answersTheSame(question, quote.sentence, sentence));
    if (same === undefined && quotes.length < MAX_QUOTES) quotes.push({ sentence, secondSource: null });
    else if (same && articleOf(same.sentence) !== articleOf(sentence)) same.secondSource ??= sentence;
  }
  return newestFirst(quotes, question);
}

function newestFirst(quotes: readonly ChosenQuote[], question: string): ChosenQuotes {
  const dated = quotes
    .filter(({ sentence }) => isDated(sentence))
    .sort((a, b) => publishedAt(b).localeCompare(publishedAt(a)));
  const differing = dated.filter((one) =>
    dated.some((other) => answersDiffer(question, one.sentence, other.sentence)),
  );
  const first = asksForLatest(question) || asksWhoNow(question) ? dated : differing;
  return { quotes: [...first, ...quotes.filter((quote) => !first.includes(quote))], differing };
}

function publishedAt({ sentence }: ChosenQuote): string {
  return sentence.context.publishedAt ?? '';
}

function leastOdds(question: string, sentence: JudgedSentence, best: JudgedSentence): number {
  const differs = asksForLatest(question) || answersDiffer(question, sentence, best);
  return differs && isDated(sentence) && isDated(best) ? DIFFERING_ODDS : COMPARABLE_ODDS;
}

function isDated({ context }: JudgedSentence): boolean {
  return context.publishedAt !== null;
}

function oddsRatio(one: JudgedSentence, other: JudgedSentence): number {
  return odds(one.confidence) / odds(other.confidence);
}

function odds(probability: number): number {
  return probability / (1 - probability);
}
