import { isContentWord } from '@footnote/retrieval';
import { quantitiesIn } from './quantities-in-text.ts';
import { wordFormsOf } from './word-forms.ts';

/** Words for whoever or whatever is counted. */
const ANYTHING = /^(?:people|persons?|others?|more|men|women|things|ones|units|total)$/u;
const OF_THE = String.raw`\bhow many (?:of (?:the|his|her|its|their) |other |more |different )*`;
/** What may stand after the thing that is counted. */
const AFTER = 'is|are|was|were|did|does|do|has|have|had|will|would|can|could|in|of|from|on|at|that|who|there';
/** "How many dairy cows are …", "How many of the cows in …", "How many cows were sold?"; else the plural that comes first. */
const HOW_MANY: readonly RegExp[] = [
  String.raw`${OF_THE}(?<things>[\p{L}-]+(?: [\p{L}-]+){0,2}?)(?= (?:${AFTER})\b| \p{L}+ed\b)`,
  String.raw`${OF_THE}(?<things>(?:(?!people )[\p{L}-]+ ){0,2}?\p{L}+s)\b`,
].map((pattern) => new RegExp(pattern, 'iu'));

/** The base form of the word for what a question asks how many there are of; null where it tells nothing. */
export function countedInQuestion(question: string): string | null {
  const [things] = HOW_MANY.flatMap((pattern) => pattern.exec(question)?.groups?.things ?? []);
  const words = things?.split(' ') ?? [];
  const thing = words.find((word) => /[^s]s$/u.test(word)) ?? words.at(-1);
  return thing === 'times' ? null : tellingBase(thing);
}

/** The base form of the word after the figure among the words of a text that answer; null where it tells nothing. */
export function countedInText(text: string, answer: string | null): string | null {
  const at = answer === null ? -1 : text.indexOf(answer);
  const [figure] = quantitiesIn(answer ?? '');
  if (figure === undefined || figure.unit !== null || at < 0) return null;
  return tellingBase(/^ (?<next>\p{Ll}+)/u.exec(text.slice(at + figure.end))?.groups?.next);
}

function tellingBase(word: string | undefined): string | null {
  const [form] = wordFormsOf(word ?? '');
  return form === undefined || !isContentWord(form.word) || ANYTHING.test(form.word) ? null : form.base;
}
