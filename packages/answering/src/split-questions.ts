import { segmentSentences } from '@footnote/core';

export interface SplitQuestion {
  /** What is asked, in order; one at least. */
  readonly questions: readonly string[];
  /** What is said before, between or after, and asks nothing. */
  readonly remarks: readonly string[];
}

const QUESTION_WORD = 'who|whom|whose|what|when|where|why|which|how';
const AUXILIARY =
  'is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|shall|may|might|must|am';
const OPENS_QUESTION = new RegExp(`^(?:and |but |so |or )?(?:${QUESTION_WORD}|${AUXILIARY})\\b`, 'iu');
/** "… and how long does the contract run": another question of its own, with its own verb. */
const ANOTHER = new RegExp(
  `(?:,|;)? (?:and|or|but) (?=(?:${QUESTION_WORD})\\b(?: \\p{L}+){0,3} (?:${AUXILIARY})\\b|who \\p{L}+|(?:what|which \\p{L}+) \\p{L}+(?:ed|s)\\b)`,
  'iu',
);
/** "When and where was the contract signed": two things asked of one. */
const BOTH = new RegExp(
  `^(?<one>(?:who|whom|what|when|where|why|how)(?: (?:much|many|often|long|far))?),? and (?<other>(?:who|whom|what|when|where|why|how)(?: (?:much|many|often|long|far))?) (?<rest>(?:${AUXILIARY})\\b.*)$`,
  'isu',
);
/** Fewer words than this are no question of their own. */
const FEWEST_WORDS = 3;

/** Parts what is asked from what is only said beside it, and two questions from each other. */
export function splitQuestions(text: string): SplitQuestion {
  const sentences = segmentSentences(text).map(({ start, end }) => text.slice(start, end));
  const isAsked = (sentence: string) => /\?["”’)]*$/u.test(sentence) || OPENS_QUESTION.test(sentence);
  const asked = sentences.filter(isAsked);
  if (asked.length === 0) return { questions: [text.trim()], remarks: [] };
  const questions = asked.flatMap(splitJoined);
  return { questions, remarks: sentences.filter((sentence) => !isAsked(sentence)) };
}

function splitJoined(sentence: string): string[] {
  const { one: first, other: second, rest } = BOTH.exec(sentence)?.groups ?? {};
  if (first && second && rest) {
    const [asked = '', ...others] = splitJoined(`${first} ${rest}`);
    return [asked, capitalised(`${second}${asked.slice(first.length)}`, first), ...others];
  }
  const another = ANOTHER.exec(sentence);
  if (another === null || !OPENS_QUESTION.test(sentence)) return [sentence];
  const one = sentence.slice(0, another.index);
  const other = sentence.slice(another.index + another[0].length);
  if (one.split(/\s+/u).length < FEWEST_WORDS || !OPENS_QUESTION.test(one)) return [sentence];
  const mark = sentence.endsWith('?') ? '?' : '';
  return [`${one}${mark}`, ...splitJoined(capitalised(other, one))];
}

function capitalised(question: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? question.charAt(0).toUpperCase() + question.slice(1) : question;
}
