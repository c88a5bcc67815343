import { isContentWord } from '@footnote/retrieval';
import { quantitiesIn } from './quantities-in-text.ts';
import { wordFormsOf } from './word-forms.ts';

/** Words for whoever or whatever is counted. */
const ANYTHING = /^(?:people|persons?|others?|more|men|women|things|ones|units|total)$/u;
/** "How many dairy cows are …", "how many of the cows …" */
const HOW_MANY =
  /\bhow many (?:of (?:the|his|her|its|their) |other |more |different )*(?<things>[\p{L}-]+(?: [\p{L}-]+){0,2}?)(?=\s*\?|$| (?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|in|of|from|on|at|that|who|there)\b| \p{L}+ed\b)/iu;

/** The base form of the word for what a question asks how many there are of; null where it tells nothing. */
export function countedInQuestion(question: string): string | null {
  const thing = HOW_MANY.exec(question)?.groups?.things?.split(' ').at(-1);
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
