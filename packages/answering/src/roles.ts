import { isContentWord } from '@footnote/retrieval';
import type { Claims } from './claims.ts';
import { namesIt } from './names-in-question.ts';
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
  const names = claims.names.filter((name) => namesIt(quote, name));
  if (names.length === 0) return isSaidOfAnother(claims, context);
  return isNamedAside(claims, { names, quote, answer }) || isSwapped(claims, names, quote);
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

/** A question's subject and verb: "did NAME verb" and "who verb NAME". */
const SUBJECT_ASKED =
  /^\P{L}*(?:who|what|which(?: \p{L}+){1,3})\s+(?!is|are|was|were|did|does|do|has|have|had|will|can|would|could|should)(?<verb>\p{L}+)\s(?!(?:is|are|was|were|did|does|do|has|have|had|will|can|could|would|should)\s)/iu;
const OBJECT_ASKED = /\b(?:did|does|do|will|would|can|could)\s+(?<subject>[^?]+?)\s+(?<verb>\p{Ll}+)\b/u;
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'am']);

function isSwapped(claims: Claims, names: readonly string[], quote: string): boolean {
  const { question } = claims;
  const said = wordFormsOf(quote);
  const subject = SUBJECT_ASKED.exec(question);
  if (subject?.groups?.verb) {
    const verb = wordFormsOf(subject.groups.verb)[0]?.base;
    const rest = question.slice(subject[0].length);
    const object = names.find((name) => namesIt(rest.split(/\s+/u).slice(0, 3).join(' '), name));
    return verb !== undefined && object !== undefined && sideOf(said, verb, object) === 'DOES';
  }
  const object = OBJECT_ASKED.exec(question);
  if (!object?.groups?.verb || !object.groups.subject) return false;
  const verb = wordFormsOf(object.groups.verb)[0]?.base;
  const doer = names.find((name) => namesIt(object.groups?.subject ?? '', name));
  return verb !== undefined && doer !== undefined && sideOf(said, verb, doer) === 'UNDERGOES';
}

/** How many words around a verb its subject and object are looked for. */
const NEAR = 5;

/** Whether one named does what a verb says or undergoes it, told by its place and the verb's voice; null if not clear. */
function sideOf(said: readonly WordForm[], verb: string, name: string): 'DOES' | 'UNDERGOES' | null {
  const at = said.findIndex(({ base }) => base === verb);
  if (at < 0) return null;
  const before = said.slice(Math.max(0, at - NEAR), at);
  const after = said.slice(at + 1, at + 1 + NEAR);
  const isBefore = before.some(({ word }) => namesIt(word, name));
  const isAfter = after.some(({ word }) => namesIt(word, name));
  if (isBefore === isAfter) return null;
  const passive = before.slice(-2).some(({ word }) => BE.has(word)) && !said[at]?.word.endsWith('ing');
  const by = after.slice(0, 1).some(({ word }) => word === 'by');
  if (passive || by) return isBefore ? 'UNDERGOES' : by ? 'DOES' : null;
  return isBefore ? 'DOES' : 'UNDERGOES';
}
