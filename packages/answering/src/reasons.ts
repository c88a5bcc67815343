import { segmentSentences } from '@footnote/core';
import { isContentWord } from '@footnote/retrieval';
import type { Claims } from './claims.ts';
import type { QuoteInContext } from './quote-in-context.ts';
import { wordFormsOf } from './word-forms.ts';

const ASKS_WHY =
  /\bwhy\b|\bhow come\b|\b(?:what|which)\b.{0,20}\b(?:reasons?|causes?|caused|led to|prompted|purpose|motives?)\b|\bfor what (?:reason|purpose)\b/iu;
const REASON =
  /\b(?:because|since|due to|owing to|thanks to|so that|so as to|in order (?:to|that)|as a result|in response|in protest|on account|on (?:the )?grounds|for fear|amid|citing|cited|blam\p{L}+|caus\p{L}+|reasons?|result\p{L}*|led to|leads? to|prompt\p{L}*|trigger\p{L}*|forc\p{L}+|delay\p{L}*|hinder\p{L}*|block\p{L}*|therefore|hence|that is why|aim\p{L}*|intend\p{L}*|purpose|want\p{L}*|hop(?:e|ed|es|ing) to|need\p{L}*|fear\p{L}*|worr\p{L}*|concern\p{L}*|allow\p{L}*|help\p{L}*|protect\p{L}*|avoid\p{L}*|prevent\p{L}*|ensur\p{L}*|reflect\p{L}*|attribut\p{L}*|stem(?:s|med|ming)? from|over (?:its|his|her|their) \p{L}+|(?:start|began|begun)\p{L}* (?:in (?!\d)|by|with|when|at|from)|br(?:oke|eak\p{L}*) out (?:when|because|after|as)|(?:found|discovered|detected|suspect\p{L}*)|for (?:not )?\p{L}+ing|by \p{L}+ing|(?:failed|refused) to|to (?!be |the |a |an |\p{Lu})\p{L}+|as (?:it|he|she|they|the|a|an|his|her|their)|after \p{L}+ing|following|(?:during|in|amid|with|in the wake of) (?:the|a|an) (?:\p{L}+ ){0,2}(?:crisis|crash|collapse|recession|depression|war|drought|pandemic|strike)|so\b|too)\b/iu;
/** A reason that no word marks as one is a little doubtful. */
const UNSPOKEN = 1 / 2;
/** Of a question's content words, the share from which a sentence says again what is asked. */
const RESTATES = 0.5;

function asksWhy(question: string): boolean {
  return ASKS_WHY.test(question);
}

/**
 * How far a quote lacks a reason that the question asks for, 0 to 1: not where it has a word of cause or purpose; a
 * little where, for "why", it follows right upon the sentence that says what is asked about, and does not say it again.
 */
export function lacksReason({ question, forms }: Claims, { quote, surroundings }: QuoteInContext): number {
  if (!asksWhy(question) || REASON.test(quote)) return 0;
  if (!/\bwhy\b/iu.test(question)) return 1;
  const asked = new Set(forms.filter(({ word }) => isContentWord(word)).map(({ base }) => base));
  const follows = !restates(quote, asked) && restates(sentenceBefore(quote, surroundings), asked);
  return follows ? UNSPOKEN : 1;
}

function restates(sentence: string, asked: ReadonlySet<string>): boolean {
  const said = new Set(wordFormsOf(sentence).map(({ base }) => base));
  return [...asked].filter((base) => said.has(base)).length >= RESTATES * asked.size;
}

/** The sentence that stands right before a quote; empty where none is known. */
export function sentenceBefore(quote: string, surroundings: string): string {
  const before = surroundings.slice(0, Math.max(0, surroundings.indexOf(quote)));
  const last = segmentSentences(before).at(-1);
  return last ? before.slice(last.start, last.end) : '';
}
