/** What kind of thing a question asks for, as far as its words tell; EXTENT is of time or space ("How long"). */
export type AnswerKind = 'TIME' | 'EXTENT' | 'NUMBER' | 'NAME' | 'OTHER';

const QUESTION_WORD = /\b(?:who|whom|whose|what|when|where|why|which|how)\b.*/isu;
const TIME = /^(?:when|(?:what|which) (?:year|date|day|month|time|century|decade))\b/iu;
const EXTENT = /^how (?:long|old)\b/iu;
const NUMBER =
  /^(?:how (?:many|much|far|high|large|big|tall|fast)|what (?:percentage|share|number|amount|proportion))\b/iu;
const NAME = /^(?:who|whom|whose|where|(?:what|which) (?:country|city|town|company|team|person))\b/iu;

const DIGIT_OR_NUMBER_WORD =
  /\p{N}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|third|quarter|first|second|once|twice|double|single|none|no one|nobody|nothing)\b|\bno(?= \p{L})/iu;
const TIME_WORD =
  /\p{N}|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|century|centurie|year|month|week|day|hour|minute|decade|spring|summer|autumn|winter)s?\b/iu;
/** A capitalised word that does not open its sentence. */
const INNER_NAME = /[\p{L}\p{N},;:)"”’]\s+["“‘(]?\p{Lu}/u;

const YES_OR_NO =
  /^\P{L}*(?:and |but )?(?:is|are|was|were|did|does|do|has|have|had|can|could|may|might|will|would|should|must)\b/iu;

/** Whether a question is answered by yes or no; a quote that denies answers it as well as one that does not. */
export function asksYesOrNo(question: string): boolean {
  return YES_OR_NO.test(question);
}

/** Told by the first question word: what comes after another is only said beside it. */
export function answerKindOf(question: string): AnswerKind {
  const asked = QUESTION_WORD.exec(question)?.[0] ?? '';
  if (NUMBER.test(asked)) return 'NUMBER';
  if (EXTENT.test(asked)) return 'EXTENT';
  if (TIME.test(asked)) return 'TIME';
  return NAME.test(asked) ? 'NAME' : 'OTHER';
}

/** Whether words picked as the answer to a question are of the kind it asks for; true when it does not tell. */
export function isOfKind(words: string, kind: AnswerKind): boolean {
  return kind === 'NAME' ? /\p{Lu}/u.test(words) : holdsKind(words, kind);
}

/** Whether a sentence holds something of the kind asked for; true when the question does not tell. */
export function holdsKind(sentence: string, kind: AnswerKind): boolean {
  if (kind === 'TIME') return TIME_WORD.test(sentence);
  if (kind === 'EXTENT') return TIME_WORD.test(sentence) || DIGIT_OR_NUMBER_WORD.test(sentence);
  if (kind === 'NUMBER') return DIGIT_OR_NUMBER_WORD.test(sentence);
  return kind === 'NAME' ? INNER_NAME.test(sentence) : true;
}
