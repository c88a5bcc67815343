import { type WordForm, wordFormsOf } from './word-forms.ts';

/** Words that single out one of several; those of a group say the same. */
const QUALIFIERS =
  'first initial initially debut original originally inaugural,second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth,' +
  'last final finally recent,only sole solely alone single,largest biggest greatest,smallest least fewest,most,highest tallest,lowest,' +
  'oldest earliest,youngest,longest,shortest,best top,worst,richest wealthiest';
const GROUPS: readonly ReadonlySet<string>[] = QUALIFIERS.split(',').map(
  (group) => new Set(group.split(' ')),
);

/** A word that singles out one of several, as the groups of words that say the same. */
export type Qualifier = readonly ReadonlySet<string>[];

/** Before "last" where it is no verb ("How long did it last?"). */
const BEFORE_LAST = /^(?:the|his|her|its|their|s|is|was|were|held)$/u;

/** The words of a question that single out one of several: "first", "largest". */
export function qualifiersIn(words: readonly WordForm[]): Qualifier[] {
  return words
    .filter(({ word }, i) => word !== 'last' || BEFORE_LAST.test(words[i - 1]?.word ?? ''))
    .map(({ word }) => GROUPS.filter((group) => group.has(word)))
    .filter((groups) => groups.length > 0);
}

/** Share of the qualifiers of a question for which a text has no word. */
export function qualifiersMissing(qualifiers: readonly Qualifier[], text: string): number {
  if (qualifiers.length === 0) return 0;
  const said = wordFormsOf(text).map(({ word }) => word);
  const missing = qualifiers.filter(
    (groups) => !groups.some((group) => said.some((word) => group.has(word))),
  );
  return missing.length / qualifiers.length;
}
