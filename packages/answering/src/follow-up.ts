import { isContentWord, termsOf } from '@footnote/retrieval';
import { datesIn } from './dates-in-text.ts';

/** What a follow-up may lean on. */
export interface Said {
  readonly question: string;
  readonly answer: string | null;
}

const PERSON = /\b(?:he|she|him|his|her|hers)\b/iu;
const SUBJECT_PRONOUN = /\b(?:he|she|they|it)\b/iu;
const PRONOUN = /\b(?:he|she|they|it|him|them|his|hers?|theirs?|its)\b/iu;
const POSSESSIVE = /^(?:his|hers?|theirs?|its)$/iu;
const DEMONSTRATIVE =
  /\b(?:this|that|these|those)(?=\s*[?.!]*$|\s+(?:is|was|are|were|mean|means|happen|happened|do|does|did)\b)|(?<!\b(?:is|are|was|were) )\b(?:there|then)(?=\s*[?.!]*$)/iu;
const OPENER = /^(?:(?:and|but|so|or)\s+)?(?:(?:what|how) about|what of)\s+|^(?:and|but|so|or)\s+/iu;
/** A year, month or day said before; not a thing that has one ("that year’s budget", "that day care centre"). */
const THAT_TIME =
  /\b(?:(?:in|during|on) )?that (?<unit>year|month|day)(?=\s*[?.!,]|\s*$| (?:in|on|at|by|for|to|from|and)\b)/iu;
const AUXILIARY = 'is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|shall|may|might|must';
/** "When did the library reopen?": what is asked for, the verb that carries the question, and the rest. */
const ASKED = new RegExp(
  `^(?<asked>(?:who|whom|what|when|where|why|which|how)\\b(?:(?! (?:${AUXILIARY})\\b) \\p{L}+)*) (?<rest>(?:${AUXILIARY})\\b.*)$`,
  'isu',
);
const YES_OR_NO = new RegExp(`^(?:${AUXILIARY})\\b`, 'iu');
/** A question of nothing but what is asked for: "Why?", "How long?", "And where?" */
const BARE =
  /^(?:and |but )?(?<asked>(?:who|what|when|where|why|which|how)(?: (?:long|much|many|often|far|old|big|high|so|come|exactly|not))?)\s*[?.!]*$/iu;
const ELSE = /^(?:and )?(?<asked>who|what|where|when) else\s*[?.!]*$/iu;
/** Capitalised words joined by spaces, "and", "of" or "the": "Vladimir Putin and Xi Jinping". */
const NAMES = /\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:(?:and|of|the|de|al|bin|von)\s+)*\p{Lu}[\p{L}\p{M}'’.-]*)*/gu;

/** Whether a question leans on what was said before: a pronoun that nothing in it explains, or a part left out. */
export function refersBack(question: string): boolean {
  const text = question.trim();
  if (BARE.test(text) || ELSE.test(text)) return true;
  const content = termsOf(text.replace(OPENER, '')).filter(({ word }) => isContentWord(word));
  if (termsOf(text).length > 0 && content.length === 0) return true;
  return isElliptic(text) || hasLoosePronoun(text) || DEMONSTRATIVE.test(text);
}

/** "And in 2022?", "What about the road bridge?", "2021?": no verb of its own. */
function isElliptic(question: string): boolean {
  if (isOnlyDate(question)) return true;
  const opened = question.replace(OPENER, '');
  return (
    opened !== question &&
    !ASKED.test(opened) &&
    !YES_OR_NO.test(opened) &&
    !/^(?:who|what|which)\b/iu.test(opened)
  );
}

function isOnlyDate(question: string): boolean {
  const [date] = datesIn(question);
  if (date === undefined) return false;
  const around = `${question.slice(0, date.start)} ${question.slice(date.end)}`;
  return termsOf(around).every(({ word }) => !isContentWord(word) || word === 'about');
}

/** A pronoun before any name, or one that cannot stand for the subject beside it ("Did Xi thank him?"). */
function hasLoosePronoun(question: string): boolean {
  const pronoun = PRONOUN.exec(question);
  if (pronoun === null) return false;
  if (/\bit (?:is|was|be|true|that)\b|\b(?:is|was) it (?:true|that)\b/iu.test(question)) return false;
  const before = question.slice(0, pronoun.index);
  const names = namesIn(before);
  if (names.length === 0 && thingsIn(before).length === 0) return true;
  const clause = /\b(?:that|before|after|when|while|because|if|since|until|and|but|or|,)/iu;
  return !SUBJECT_PRONOUN.test(pronoun[0]) && !POSSESSIVE.test(pronoun[0]) && !clause.test(before);
}

/** A follow-up as a question of its own, in the words of what was said before; any other question as it is. */
export function followUp(asked: string, before: Said): string {
  const question = atThatTime(asked.trim(), before);
  if (!refersBack(question)) return question;
  return (
    changedDate(question, before) ??
    otherAskedFor(question, before) ??
    otherSubject(question, before) ??
    named(question, before) ??
    `${before.question} ${question}`
  );
}

/** "How much was trade that year?" after a question, or an answer, that says which. */
function atThatTime(question: string, before: Said): string {
  const unit = THAT_TIME.exec(question)?.groups?.unit?.toLowerCase();
  if (unit === undefined || datesIn(question).length > 0) return question;
  const text = datesIn(before.question).length > 0 ? before.question : (before.answer ?? '');
  const date = datesIn(text).at(0);
  if (date === undefined) return question;
  const { years, month, day } = date;
  if (unit === 'year') {
    const isOne = years !== null && years.from === years.to;
    return isOne ? question.replace(THAT_TIME, `in ${years.from}`) : question;
  }
  if (month === null || (unit === 'day') !== (day !== null)) return question;
  const written = text.slice(date.start, date.end);
  return question.replace(THAT_TIME, () => `${unit === 'day' ? 'on' : 'in'} ${written}`);
}

/** "And in 2022?" after "How much was trade in 2023?" asks for trade in 2022. */
function changedDate(question: string, before: Said): string | null {
  if (!isOnlyDate(question)) return null;
  const [date] = datesIn(question);
  const earlier = datesIn(before.question).at(-1);
  if (date === undefined) return null;
  const written = question.slice(date.start, date.end);
  if (earlier !== undefined) {
    return before.question.slice(0, earlier.start) + written + before.question.slice(earlier.end);
  }
  const [, text = '', mark = ''] = /^(.*?)([?.!]*)$/su.exec(before.question.trim()) ?? [];
  return `${text} in ${written}${mark}`;
}

/** "Why?" after "Did exports rise?", "Who else?" after "Who took part?" */
function otherAskedFor(question: string, before: Said): string | null {
  const asked = (BARE.exec(question) ?? ELSE.exec(question))?.groups?.asked;
  if (asked === undefined) return null;
  const isElse = ELSE.test(question);
  const earlier = before.question.trim();
  if (isElse && new RegExp(`^${asked}\\b`, 'iu').test(earlier)) {
    return earlier.replace(/^\p{L}+/u, (word) => `${word} else`);
  }
  const lead = capital(isElse ? `${asked} else` : asked);
  if (YES_OR_NO.test(earlier)) return `${lead} ${earlier.charAt(0).toLowerCase()}${earlier.slice(1)}`;
  const rest = ASKED.exec(earlier)?.groups;
  if (rest?.rest && !/^who$/iu.test(rest.asked ?? '')) return `${lead} ${rest.rest}`;
  return earlier.endsWith('?') ? `${earlier.replace(/\s*[?.!]*$/u, '')}, and ${lead.toLowerCase()}?` : null;
}

/** "What about the road bridge?" after "How long is the railway bridge?" */
function otherSubject(question: string, before: Said): string | null {
  const opened = question.replace(OPENER, '');
  if (opened === question || !isElliptic(question)) return null;
  const subject = opened.replace(/\s*[?.!]*$/u, '').replace(/^(?:in|on|at|for|with|to|by|from) /iu, '');
  const earlier = replaceable(subject, before.question);
  return earlier === null ? null : before.question.replace(earlier, () => subject);
}

/** The part of a question in whose place a subject fits: a name for a name, else a thing of the same kind or the only one. */
function replaceable(subject: string, question: string): string | null {
  const names = namesIn(question);
  if (namesIn(`x ${subject}`).length > 0 && !/^(?:the|a|an) /iu.test(subject)) return names.at(-1) ?? null;
  const things = thingsIn(question);
  const kind = termsOf(subject).at(-1)?.stem;
  return (
    things.find((thing) => termsOf(thing).some(({ stem }) => stem === kind)) ??
    things.at(0) ??
    names.at(-1) ??
    null
  );
}

/** Names, or the thing spoken of, in the place of a pronoun. */
function named(question: string, before: Said): string | null {
  const pronoun = PRONOUN.exec(question)?.[0];
  if (pronoun === undefined) return null;
  const meant = antecedent(pronoun, before);
  if (meant === null) return null;
  const isPossessive =
    POSSESSIVE.test(pronoun) &&
    !(/^her$/iu.test(pronoun) && /\bher\b\s*(?:[?.!]|$|in\b|at\b|on\b|to\b|for\b)/iu.test(question));
  return question.replace(PRONOUN, () => (isPossessive ? `${meant}’s` : meant));
}

function antecedent(pronoun: string, { question, answer }: Said): string | null {
  const asked = namesIn(question);
  if (PERSON.test(pronoun)) {
    const people = newNames(answer?.replace(OWNER, '') ?? null, question);
    const answered = /^\P{L}*(?:who|which \p{L}+|whom)\b/iu.test(question) ? people : [];
    return answered.at(0) ?? asked.at(0) ?? people.at(0) ?? newNames(answer, question).at(0) ?? null;
  }
  if (/^(?:it|its)$/iu.test(pronoun))
    return thingsIn(question).at(0) ?? asked.at(0) ?? newNames(answer, question).at(0) ?? null;
  return (
    asked.find((name) => name.includes(' and ')) ??
    asked.at(0) ??
    thingsIn(question).at(0) ??
    newNames(answer, question).at(0) ??
    null
  );
}

/** "Gasco’s head, Ivo Marn": who is spoken of is not the owner. */
const OWNER = /\p{Lu}[\p{L}\p{M}.-]*(?:\s+\p{Lu}[\p{L}\p{M}.-]*)*(?:[’']s|(?<=s)[’'])(?=\s)/gu;

function newNames(answer: string | null, question: string): string[] {
  if (answer === null) return [];
  return namesIn(`x ${answer}`)
    .map(withoutSmallWords)
    .filter((name) => name !== '' && !question.includes(name));
}

/** A name without the words before it that have a capital only because a sentence begins: "The", "In". */
function withoutSmallWords(name: string): string {
  const first = /^\p{L}+(?=\s|$)/u.exec(name)?.[0];
  if (first === undefined || isContentWord(first.toLowerCase())) return name;
  return withoutSmallWords(name.slice(first.length).trim());
}

const DETERMINER = /^(?:the|a|an)$/iu;
const ENDS_THING = new RegExp(
  `^(?:${AUXILIARY}|in|on|at|by|to|for|from|with|after|before|between|during|over|and|or|that|which|who|when|not)$`,
  'iu',
);

/** The things a question speaks of by an article: "the railway bridge", "the treaty of friendship". */
function thingsIn(question: string): string[] {
  const words = [...question.matchAll(/[\p{L}\p{N}’'-]+/gu)];
  return words.flatMap(({ 0: word, index }, i) => {
    if (!DETERMINER.test(word)) return [];
    const rest = words.slice(i + 1);
    const end = rest.findIndex(([next]) => ENDS_THING.test(next));
    const phrase = end < 0 ? withoutVerb(question, rest) : rest.slice(0, end);
    const last = phrase.at(-1);
    return last ? [question.slice(index, last.index + last[0].length)] : [];
  });
}

/** A phrase up to the end of a question without the verb that may stand there: "did the library | reopen?" */
function withoutVerb(question: string, phrase: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  const last = phrase.at(-1)?.[0] ?? '';
  const isVerb = /\b(?:did|does|do|will|would|can|could)\b/iu.test(question) || /(?:ed|en)$/u.test(last);
  return isVerb && phrase.length > 1 ? phrase.slice(0, -1) : phrase;
}

/** The names in a question; the first word of a sentence is capitalised for another reason. */
function namesIn(question: string): string[] {
  const first = /^\P{L}*[\p{L}\p{M}'’]+/u.exec(question)?.[0].length ?? 0;
  return (question.slice(first).match(NAMES) ?? []).map((name) => name.replace(/[’']s$|[.,]$/u, ''));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
