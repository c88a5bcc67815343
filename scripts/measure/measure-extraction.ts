import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { extractHtml } from '@footnote/documents';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { doubtOf } from './doubtful-labels.ts';
import { declaredDays, type GoldPage, htmlText, readGoldPages } from './extraction-sets.ts';
import { harmonicMean, matchShingles, type ShingleMatch } from './shingle-matching.ts';

const USAGE = `Usage: npm run measure:extraction -- DIR [--worst N] [--explain]
DIR holds gold.jsonl (page, url, text and, where known, title, date, authors) and the saved pages it names, or is the
folder test/test-pages of a checkout of mozilla/readability.`;

/** What one tool makes of a page. */
interface Extraction {
  readonly text: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly authors: string | null;
}

const TOOLS = { Footnote: footnote, Readability: readability, defuddle } as const;
type Tool = keyof typeof TOOLS;
const NAMES = Object.keys(TOOLS) as Tool[];

interface MeasuredPage {
  readonly gold: GoldPage;
  readonly extractions: Readonly<Record<Tool, Extraction>>;
  readonly matches: Readonly<Record<Tool, ShingleMatch>>;
}

await main();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { worst: { type: 'string', default: '0' }, explain: { type: 'boolean', default: false } },
  });
  const directory = positionals[0];
  if (!directory) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const golds = readGoldPages(directory);
  const { pages, seconds } = await measurePages(golds);
  printBody(pages, 'Body text');
  printSoundLabels(pages);
  printFolds(pages);
  printFacts(pages);
  printThroughput(golds.length, seconds);
  printWorst(pages, { count: Number(values.worst), explain: values.explain });
}

/** The tools take turns page by page, so that the machine's mood hits all alike; a first page warms them up. */
async function measurePages(golds: readonly GoldPage[]) {
  const seconds: Record<Tool, number> = { Footnote: 0, Readability: 0, defuddle: 0 };
  const pages: MeasuredPage[] = [];
  for (const name of NAMES) await TOOLS[name](golds[0]!.html);
  for (const gold of golds) {
    const extractions = {} as Record<Tool, Extraction>;
    const matches = {} as Record<Tool, ShingleMatch>;
    for (const name of NAMES) {
      const start = performance.now();
      extractions[name] = await TOOLS[name](gold.html);
      seconds[name] += (performance.now() - start) / 1000;
      matches[name] = matchShingles(gold.text, extractions[name].text);
    }
    pages.push({ gold, extractions, matches });
  }
  return { pages, seconds };
}

function footnote(html: string): Extraction {
  const { text, title, publishedAt, authors } = extractHtml(html);
  return { text, title, date: publishedAt, authors: authors.join(', ') || null };
}

function readability(html: string): Extraction {
  const article = new Readability(parseHTML(html).document).parse();
  return {
    text: htmlText(article?.content ?? ''),
    title: article?.title ?? null,
    date: article?.publishedTime?.slice(0, 10) ?? null,
    authors: article?.byline ?? null,
  };
}

async function defuddle(html: string): Promise<Extraction> {
  // Not asynchronously, for then it asks other services for what the page does not hold.
  const article = await quietly(() => Defuddle(html, undefined, { useAsync: false }));
  return {
    text: htmlText(article.content),
    title: article.title || null,
    date: article.published.slice(0, 10) || null,
    authors: article.author || null,
  };
}

/** Without the traces that defuddle writes of each faulty script on a page. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { error, warn } = console;
  Object.assign(console, { error: () => {}, warn: () => {} });
  try {
    return await work();
  } finally {
    Object.assign(console, { error, warn });
  }
}

function printBody(pages: readonly MeasuredPage[], what: string): void {
  console.log(`${`${what}, ${pages.length} pages`.padEnd(34)}precision  recall  F1`);
  for (const name of NAMES)
    console.log(`${`  ${name}`.padEnd(34)}${figures(pages.map(({ matches }) => matches[name]))}`);
}

/** The same without the pages whose label is in doubt, where there are any. */
function printSoundLabels(pages: readonly MeasuredPage[]): void {
  const doubts = new Map<MeasuredPage, string>();
  for (const page of pages) {
    const { Readability: one, defuddle: other } = page.extractions;
    const doubt = doubtOf(page.gold.text, [one.text, other.text], page.gold.html);
    if (doubt !== null) doubts.set(page, doubt);
  }
  if (doubts.size === 0) return;
  printBody(
    pages.filter((page) => !doubts.has(page)),
    'Labels not in doubt',
  );
  for (const [{ gold }, doubt] of doubts) console.log(`    left out: ${gold.page}, whose label ${doubt}`);
}

function printFolds(pages: readonly MeasuredPage[]): void {
  console.log('Five folds by site, F1');
  const sites = [...new Set(pages.map(({ gold }) => gold.site))].sort();
  for (let fold = 0; fold < 5; fold++) {
    const members = pages.filter(({ gold }) => sites.indexOf(gold.site) % 5 === fold);
    if (members.length === 0) continue;
    const values = NAMES.map(
      (name) => `${name} ${f1(members.map(({ matches }) => matches[name])).toFixed(4)}`,
    );
    console.log(`${`  fold ${fold + 1}, ${members.length} pages`.padEnd(34)}${values.join('  ')}`);
  }
}

function printFacts(pages: readonly MeasuredPage[]): void {
  for (const fact of ['title', 'date', 'authors'] as const) {
    const known = pages.filter(({ gold }) => gold[fact] !== null);
    if (known.length === 0) continue;
    const rights = NAMES.map((name) => `${name} ${known.filter((page) => isRight(page, fact, name)).length}`);
    console.log(`${fact.padEnd(8)} right of ${known.length}: ${rights.join(', ')}`);
    for (const page of known.filter((one) => !isRight(one, fact, 'Footnote'))) {
      const note = isContradicted(page, fact) ? ', which the page’s own datePublished contradicts' : '';
      console.log(
        `    ${page.gold.page}: ${page.extractions.Footnote[fact]} (gold: ${page.gold[fact]}${note})`,
      );
    }
    const doubtful = pages.filter((page) => isContradicted(page, fact)).length;
    if (doubtful > 0)
      console.log(`    ${doubtful} dates of the gold file contradict the page’s own datePublished`);
  }
}

function isContradicted({ gold }: MeasuredPage, fact: string): boolean {
  const days = declaredDays(gold.html);
  return fact === 'date' && gold.date !== null && days.size === 1 && !days.has(gold.date);
}

function isRight(
  { gold, extractions }: MeasuredPage,
  fact: 'title' | 'date' | 'authors',
  name: Tool,
): boolean {
  const found = extractions[name][fact];
  if (found === null || nameKey(found) === '') return false;
  if (gold.isLoose) return isPartOf(found, gold[fact]!, fact);
  return nameKey(gold[fact]!) === nameKey(found);
}

/** A peer's title may end in the name of the site, and its byline hold a date, a place or a paper. */
function isPartOf(foundAsWritten: string, goldAsWritten: string, fact: string): boolean {
  const [found, gold] = [plain(foundAsWritten), plain(goldAsWritten)];
  if (fact === 'title')
    return /^\s*(?:$|[-–—|@_:([·])/.test(gold.replace(found, '\u0000').split('\u0000')[1] ?? ' x');
  const words = new Set(nameKey(gold).split(' '));
  return nameKey(found)
    .split(' ')
    .every((word) => words.has(word));
}

/** Without what is typography: curly quotes, wide letters, runs of spaces. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Names without order, case, accents, punctuation and a first "By". */
function nameKey(names: string): string {
  const folded = names
    .replace(/^\s*by\s+/i, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');
}

function printThroughput(count: number, seconds: Readonly<Record<Tool, number>>): void {
  const rates = NAMES.map((name) => `${name} ${(count / seconds[name]).toFixed(1)}`);
  const ratio = (seconds.Readability / seconds.Footnote).toFixed(2);
  console.log(`Pages a second: ${rates.join(', ')}; Footnote to Readability ${ratio}`);
}

function printWorst(pages: readonly MeasuredPage[], options: { count: number; explain: boolean }): void {
  const pageF1 = ({ matches }: MeasuredPage) =>
    harmonicMean(matches.Footnote.precision, matches.Footnote.recall);
  const worst = pages.toSorted((a, b) => pageF1(a) - pageF1(b)).slice(0, options.count);
  for (const page of worst) {
    const { precision, recall } = page.matches.Footnote;
    console.log(`P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  ${page.gold.page}  ${page.gold.site}`);
    if (options.explain)
      for (const removed of extractHtml(page.gold.html).removed)
        console.log(`    [${removed.rule}] ${removed.text}`);
  }
}

function f1(matches: readonly ShingleMatch[]): number {
  return harmonicMean(mean(matches.map((m) => m.precision)), mean(matches.map((m) => m.recall)));
}

function figures(matches: readonly ShingleMatch[]): string {
  const precision = mean(matches.map((match) => match.precision));
  const recall = mean(matches.map((match) => match.recall));
  return `${precision.toFixed(4)}     ${recall.toFixed(4)}  ${harmonicMean(precision, recall).toFixed(4)}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
