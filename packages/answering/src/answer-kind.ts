/** What kind of thing a question asks for, as far as its words tell. */
export type AnswerKind = 'TIME' | 'NUMBER' | 'NAME' | 'OTHER';

const TIME =
  /\b(?:when|what (?:year|date|day|month|time|century|decade)|which (?:year|day|month|decade)|how long|how old)\b/iu;
const NUMBER =
  /\b(?:how (?:many|much|far|high|large|big|tall|fast)|what (?:percentage|share|number|amount|proportion))\b/iu;
const NAME =
  /\b(?:who|whom|whose|where|which (?:country|city|town|company|team|person)|what (?:country|city|town|company|team))\b/iu;

const DIGIT_OR_NUMBER_WORD =
  /\p{N}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|third|quarter|first|second|once|twice|double|single)\b/iu;
const TIME_WORD =
  /\p{N}|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|century|centurie|year|month|week|day|hour|minute|decade|spring|summer|autumn|winter)s?\b/iu;
/** A capitalised word that does not open its sentence. */
const INNER_NAME = /[\p{L}\p{N},;:)"”’]\s+["“‘(]?\p{Lu}/u;

export function answerKindOf(question: string): AnswerKind {
  if (NUMBER.test(question)) return 'NUMBER';
  if (TIME.test(question)) return 'TIME';
  return NAME.test(question) ? 'NAME' : 'OTHER';
}

/** Whether words picked as the answer to a question are of the kind it asks for; true when it does not tell. */
export function isOfKind(words: string, kind: AnswerKind): boolean {
  return kind === 'NAME' ? /\p{Lu}/u.test(words) : holdsKind(words, kind);
}

/** Whether a sentence holds something of the kind asked for; true when the question does not tell. */
export function holdsKind(sentence: string, kind: AnswerKind): boolean {
  if (kind === 'TIME') return TIME_WORD.test(sentence);
  if (kind === 'NUMBER') return DIGIT_OR_NUMBER_WORD.test(sentence);
  return kind === 'NAME' ? INNER_NAME.test(sentence) : true;
}
