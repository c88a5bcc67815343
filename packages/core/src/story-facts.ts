/**
 * What tells texts of one form from copies of one story: the figures, days and names in them. Two reports of the
 * exchange rate have the same words and other figures; a story and its correction have most of both in common.
 */

/** From this share of the facts on, two texts in nearly the same words tell one story. */
const SAME_STORY = 0.5;

/** Of fewer facts of a kind nothing can be told. */
const FEWEST_FACTS = 2;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?`;
const DAY_OF_MONTH = new RegExp(String.raw`\b(${MONTH})\s(\d{1,2})\b|\b(\d{1,2})\s(${MONTH})(?=\W|$)`, 'giu');
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/giu;
const FIGURE = /\d+(?:[.,]\d+)*/gu;
const NUMBER_WORD =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)(?:teen|ty)|twenty|forty)\b/giu;
/** A word with a capital that does not begin a sentence. */
const NAME = /(?<=[\p{Ll}\p{N},;)]\s)\p{Lu}[\p{L}\p{M}'’-]+/gu;

/** Whether two texts in nearly the same words tell one story, corrected or cut, rather than two of one form. */
export function tellSameStory(a: string, b: string): boolean {
  return sharedFacts(a, b) >= SAME_STORY;
}

/** Whether all figures, days and names of the one with fewer are in the other: then neither corrects the other. */
export function tellSameFacts(a: string, b: string): boolean {
  return sharedFacts(a, b) === 1;
}

/** 0 to 1: of figures and days, and of names, the lesser share that the text with fewer has in common with the other. */
function sharedFacts(a: string, b: string): number {
  const [one, other] = [a.normalize('NFKC'), b.normalize('NFKC')];
  return Math.min(overlap(figuresOf(one), figuresOf(other)), overlap(namesOf(one), namesOf(other)));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const fewer = Math.min(a.size, b.size);
  if (fewer < FEWEST_FACTS) return 1;
  return [...a].filter((fact) => b.has(fact)).length / fewer;
}

function figuresOf(text: string): Set<string> {
  const days: string[] = [];
  const rest = text.replace(DAY_OF_MONTH, (...[, month, day, dayBefore, monthAfter]: string[]) => {
    const written = (month ?? monthAfter ?? '').slice(0, 3).toLowerCase();
    days.push(`${MONTHS.indexOf(written) + 1}-${day ?? dayBefore}`);
    return ' ';
  });
  const figures = rest.match(FIGURE)?.map((figure) => figure.replace(/,(?=\d{3})/gu, '')) ?? [];
  const words = [...(rest.match(WEEKDAY) ?? []), ...(rest.match(NUMBER_WORD) ?? [])];
  return new Set([...days, ...figures, ...words.map((word) => word.toLowerCase())]);
}

function namesOf(text: string): Set<string> {
  return new Set(text.match(NAME)?.map((name) => name.toLowerCase()));
}
