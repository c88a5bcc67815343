import type { Quantity } from './quantities-in-text.ts';

/** What a figure can measure, by the words that may follow it; the first that fits counts. */
const MEASURES: readonly (readonly [string, RegExp])[] = [
  ['volume', /^ ?(?:cubic (?:kilo)?(?:met(?:re|er)|f(?:oo|ee)t)|lit(?:re|er)|gallon|barrel)s?\b/iu],
  [
    'area',
    /^ ?(?:square (?:kilo)?(?:met(?:re|er)|mile|f(?:oo|ee)t|inch|yard)s?|hectares?|acres?|km²|m²|sq\.? ?km)/iu,
  ],
  ['length', /^[ -]?(?:(?:kilo|centi|milli)?met(?:re|er)s?|km|miles?|f(?:oo|ee)t|inch(?:es)?|yards?)\b/iu],
  ['time', /^[ -]?(?:second|minute|hour|day|night|week|month|year|decade|centur(?:y|ie))s?\b/iu],
  ['mass', /^[ -]?(?:(?:kilo)?gram(?:me)?|kg|tonne|ton|pound|ounce)s?\b/iu],
];

/** What a figure of a text measures: its unit, or the kind of measure named after it; null when neither is told. */
export function measuredIn(text: string, { unit, end }: Quantity): string | null {
  if (unit !== null) return unit;
  const after = text.slice(end);
  return MEASURES.find(([, words]) => words.test(after))?.[0] ?? null;
}
