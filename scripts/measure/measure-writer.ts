import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Citation, claimsOf, contradictionsOf } from '@footnote/answering';
import { segmentSentences } from '@footnote/core';
import { contentTerms } from '@footnote/retrieval';
import { checkProse } from '@footnote/writer';
import { cited, handWritten, liesByRule } from '@footnote/writer/testing';

/**
 * npm run measure:writer: how many lies about the sentences of the sample articles, made by rule, and how many lies and
 * true sentences written by hand pass the check of prose; beside what a check of shared words passes, and the same
 * with what `packages/answering` holds against a quote.
 */
const CORPUS = resolve(import.meta.dirname, '../../corpus');

interface Told {
  readonly kind: string;
  readonly text: string;
  readonly quotes: readonly string[];
  /** Of those that it says it is made of; all where it names none. */
  readonly numbers: readonly number[];
}

const byRule = readdirSync(CORPUS).flatMap((name) => liesByRule(sentencesOf(name)).map(namingAll));
const byHand = handWritten.flatMap(({ quotes, lies }) =>
  lies.map((lie) => ({ kind: lie.kind, text: lie.text, quotes, numbers: lie.quotes })),
);
const truths = handWritten.flatMap(({ quotes, truths: told }) =>
  told.map(({ text, quotes: numbers }) => ({ kind: 'true', text, quotes, numbers })),
);

const COLUMNS: readonly (readonly [string, (told: Told) => boolean])[] = [
  ['shared words', sharesWords],
  ['and no contradiction', (told) => sharesWords(told) && !contradicts(told)],
  ['the check of prose', holds],
];

table('Lies by rule, on the sample articles', byRule);
table('Lies written by hand', byHand);
table('True sentences written by hand', truths);
for (const { text, kind } of [...byRule, ...byHand].filter(holds)) console.log(`passes: ${kind}: ${text}`);

function sentencesOf(name: string): string[] {
  const text = readFileSync(join(CORPUS, name), 'utf8').replace(/^---[\s\S]*?\n---\n/u, '');
  return segmentSentences(text).map(({ start, end }) => text.slice(start, end));
}

function namingAll({ kind, text, quotes }: Omit<Told, 'numbers'>): Told {
  return { kind, text, quotes, numbers: quotes.map((_, n) => n + 1) };
}

/** A sentence may say that it is made of any of its quotes: it passes if it does so in one way. */
function holds({ text, quotes, numbers }: Told): boolean {
  const citations: Citation[] = cited(quotes, { publishedAt: null });
  const ways = [numbers, ...numbers.map((number) => [number])];
  return ways.some(
    (citationNumbers) => checkProse([{ text, citationNumbers }], citations).sentences.length > 0,
  );
}

function sharesWords({ text, quotes, numbers }: Told): boolean {
  const said = new Set(contentTerms(quoted(quotes, numbers)).map(({ stem }) => stem));
  return contentTerms(text).every(({ stem }) => said.has(stem));
}

function contradicts({ text, quotes, numbers }: Told): boolean {
  const quote = quoted(quotes, numbers);
  const claims = claimsOf({ question: text, today: '2024-12-31', texts: [quote], unknown: [] });
  const context = { quote, referents: [], surroundings: quote, head: '', publishedAt: null, answer: null };
  const { wrongKind: _, noReason: __, ...found } = contradictionsOf(claims, context);
  return Object.values(found).some((degree) => degree > 0);
}

function quoted(quotes: readonly string[], numbers: readonly number[]): string {
  return numbers.map((number) => quotes[number - 1]).join(' ');
}

function table(title: string, told: readonly Told[]): void {
  const kinds = [...new Set(told.map(({ kind }) => kind))];
  console.log(`\n${title}: ${told.length}`);
  console.log(['', ...COLUMNS.map(([name]) => name)].join(' | '));
  for (const kind of kinds.length > 1 ? [...kinds, null] : [null]) {
    const those = told.filter((one) => kind === null || one.kind === kind);
    const passed = COLUMNS.map(([, passes]) => those.filter(passes).length);
    console.log([`${kind ?? 'all'} (${those.length})`, ...passed].join(' | '));
  }
}
