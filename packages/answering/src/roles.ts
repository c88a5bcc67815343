import { isContentWord } from '@footnote/retrieval';
import { asksYesOrNo } from './answer-kind.ts';
import { askedActOf } from './asked-acts.ts';
import type { Claims } from './claims.ts';
import { namesIt } from './names-in-question.ts';
import { OTHER_SIDES } from './polarity.ts';
import type { QuoteInContext } from './quote-in-context.ts';
import { type WordForm, wordFormsOf } from './word-forms.ts';

/** ", where Orlin once studied law,": said beside the point, after which the sentence goes on. Examples are to the point. */
const ASIDE =
  /(?:,|\s[–—-])\s(?:who|whom|whose|which|where|when)\b[^,;–—]*(?:,|\s[–—-](?=\s))|(?<=\p{Lu}\p{L}+),\s(?:a|an|the|then|now|formerly|born|son of|daughter of)\b[^,;–—]{1,60},|\((?!such as |including |for example|e\.g\.)[^)]*\)/gu;

/**
 * Whether the one that a question asks about has another part in the quote: named only beside the point, while the
 * words asked about are said of others; or doing what the question says is done to it, or the other way round.
 */
export function differsInRole(claims: Claims, context: QuoteInContext): boolean {
  const { quote, answer } = context;
  if (isSwapped(claims, claims.names, withNameForPronoun(context))) return true;
  const names = claims.names.filter((name) => namesIt(quote, name));
  if (isDoneByAnother(claims, context) || isDoneToAnother(claims, context)) return true;
  if (names.length === 0) return isSaidOfAnother(claims, context);
  return isNamedAside(claims, { names, quote, answer });
}

const OPENING_PRONOUN = /^(?:he|she|they|it)\b/iu;
const FIRST_NAME =
  /(?<=^|[\s“"(])(?!(?:The|A|An|In|On|At|But|And|For|After|Before|When|This|That) )\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)*/u;

/** A quote with the name that the sentence before it begins with, in the place of a pronoun that opens it. */
function withNameForPronoun({ quote, referents }: QuoteInContext): string {
  const name = FIRST_NAME.exec(referents.at(-1) ?? '');
  return name === null ? quote : quote.replace(OPENING_PRONOUN, name[0]);
}

/** Two capitalised words: a name wherever it stands. */
const FULL_NAME = /\p{Lu}\p{Ll}[\p{L}’'-]* \p{Lu}\p{Ll}[\p{L}’'-]*/gu;

/**
 * Whether a quote says it of another: neither it nor what it leans on nor the title names anybody of whom is asked, though
 * the passage does, and beside the words that answer it names somebody else.
 */
function isSaidOfAnother(
  { names, namesAreSure, question }: Claims,
  { quote, answer, referents, head, surroundings }: QuoteInContext,
): boolean {
  if (!namesAreSure || answer === null || names.length === 0) return false;
  const near = `${head}\n${referents.join(' ')}`;
  if (names.some((name) => namesIt(near, name) || !namesIt(surroundings, name))) return false;
  const others = quote.replace(answer, ' ').match(FULL_NAME) ?? [];
  return others.some((other) => !other.split(' ').some((word) => question.includes(word)));
}

function isNamedAside(
  { forms, names: asked }: Claims,
  said: { names: readonly string[]; quote: string; answer: string | null },
): boolean {
  const { names, quote, answer } = said;
  const asides = [...quote.matchAll(ASIDE)].map(([aside]) => aside);
  const outside = asides.reduce((text, aside) => text.replace(aside, ', '), quote);
  if (outside === quote || (answer !== null && !outside.includes(answer))) return false;
  if (names.some((name) => namesIt(outside, name))) return false;
  const actions = forms
    .filter(({ word }) => isContentWord(word) && !asked.includes(word))
    .map(({ base }) => base);
  const within = (text: string) => new Set(wordFormsOf(text).map(({ base }) => base));
  const [out, inside] = [within(outside), within(asides.join(' '))];
  const saidOutside = actions.filter((base) => out.has(base)).length;
  const saidInside = actions.filter((base) => inside.has(base)).length;
  return saidOutside > saidInside;
}

/**
 * Whether the quote says of somebody else that he did it, and nothing of the one asked about. Where it is not asked whether
 * he did, only of a person by a full name: countries act through their presidents.
 */
function isDoneByAnother({ question, names }: Claims, { quote, referents }: QuoteInContext): boolean {
  const act = askedActOf(question);
  const doers = names.filter((name) => namesIt(act?.doer ?? '', name));
  if (act === null || doers.length === 0 || doers.some((name) => namesIt(quote, name))) return false;
  const beside = besideVerb(quote, act.verb);
  if (doers.length > 1) {
    const others = beside.match(FULL_NAME) ?? [];
    if (others.some((other) => !other.split(' ').some((word) => question.includes(word)))) return true;
  }
  if (!asksYesOrNo(question) || doers.some((name) => namesIt(referents.join(' '), name))) return false;
  return [...beside.matchAll(CAPITALISED)].some(([word]) => {
    const plain = word.toLowerCase();
    return isContentWord(plain) && !DAY_OR_MONTH.test(plain) && !names.includes(plain);
  });
}

const CAPITALISED = /\p{Lu}[\p{L}\p{M}]*/gu;

/** The words of a quote among which the one who does what a verb says is named; empty where it has not the verb. */
function besideVerb(quote: string, verb: string): string {
  const [wanted] = wordFormsOf(verb);
  const said = wordFormsOf(quote);
  const at = said.findIndex(({ base, word }) => base === wanted?.base && !NOUN.test(word));
  if (at < 0) return '';
  const isBy = said[at + 1]?.word === 'by';
  const [first, last] = isBy
    ? [said[at + 2], said[at + 1 + NEAR] ?? said.at(-1)]
    : [said[Math.max(0, at - NEAR)], said[at - 1]];
  return first && last ? quote.slice(first.start, last.end) : '';
}

const DAY_OR_MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|\p{L}+day)$/u;

/** "sanctions on Velia", "the complaint against Gasco": a thing done, and to whom. */
const DONE_TO = /(?<thing>\p{L}+) (?:on|against) (?:the )?(?<whom>\p{Lu}[\p{L}'’-]*)/gu;

/** Whether the same is done to somebody else in the quote, and nothing there is said of the one asked about. */
function isDoneToAnother({ question }: Claims, { quote }: QuoteInContext): boolean {
  const done = (text: string) =>
    [...text.matchAll(DONE_TO)].map(({ groups }) => ({
      thing: wordFormsOf(groups?.thing ?? '')[0]?.base,
      whom: groups?.whom ?? '',
    }));
  const said = done(quote);
  return done(question).some(
    ({ thing, whom }) =>
      !namesIt(quote, whom.toLowerCase()) &&
      said.some((one) => one.thing === thing && !namesIt(question, one.whom.toLowerCase())),
  );
}

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'am']);
/** What two do to each other: either may be named first. */
const MUTUAL = new Set(
  wordFormsOf('meet marry wed divorce resemble equal border join talk').map(({ base }) => base),
);

/** Whether the one named as the doer undergoes it in the quote, or the other way round. */
function isSwapped({ question }: Claims, asked: readonly string[], quote: string): boolean {
  const names = asked.filter((name) => namesIt(quote, name));
  const act = askedActOf(question);
  const verb = wordFormsOf(act?.verb ?? '')[0]?.base;
  if (act === null || verb === undefined || MUTUAL.has(verb)) return false;
  const said = wordFormsOf(quote);
  const isOn = (side: Side, named: string | null) => {
    const name = names.find((one) => namesIt(named ?? '', one));
    return name !== undefined && sideOf(said, verb, name) === side;
  };
  if (isOn('UNDERGOES', act.doer)) return true;
  return isOn('DOES', act.undergoer) && !names.some((name) => namesIt(act.doer ?? '', name));
}

/** "congratulation", "agreement": what is done, as a thing. */
const NOUN = /(?:[ts]ion|ment|ance|ence|ship)s?$/u;

type Side = 'DOES' | 'UNDERGOES';

/** How many words around a verb its subject and object are looked for. */
const NEAR = 5;

/** Whether one named does what a verb says or undergoes it, told by its place and the verb's voice; null if not clear. */
function sideOf(said: readonly WordForm[], verb: string, name: string): Side | null {
  const at = said.findIndex(({ base, word }) => base === verb && !NOUN.test(word));
  if (at < 0) return isOnOtherSide(said, verb, name) ? 'DOES' : null;
  const before = said.slice(Math.max(0, at - NEAR), at);
  const after = said.slice(at + 1, at + 1 + NEAR);
  const isBefore = before.some(({ word }) => namesIt(word, name));
  const isAfter = after.some(({ word }) => namesIt(word, name));
  if (isBefore === isAfter) return null;
  const passive = before.slice(-2).some(({ word }) => BE.has(word)) && !said[at]?.word.endsWith('ing');
  const by = after.slice(0, 1).some(({ word }) => word === 'by');
  if (passive || by) return isBefore ? 'UNDERGOES' : by ? 'DOES' : null;
  if (!isBefore) return 'UNDERGOES';
  return after.length === 0 || PREPOSITION.test(after[0]?.word ?? '') ? null : 'DOES';
}

/** After a verb: nothing that it is done to, so that the verb may be a participle ("the report, published in May"). */
const PREPOSITION = /^(?:in|on|at|to|from|by|for|with|of|near|after|before|during|as)$/u;

/** "sold to NAME", where it is asked about buying. */
function isOnOtherSide(said: readonly WordForm[], verb: string, name: string): boolean {
  const side = OTHER_SIDES.find(({ asked }) => asked === verb);
  if (side === undefined) return false;
  const from = said.findIndex(({ base }) => base === side.said);
  const at = said.findIndex(({ word }, i) => i > from && word === side.before);
  return from >= 0 && at >= 0 && said.slice(at + 1, at + NEAR).some(({ word }) => namesIt(word, name));
}
