import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { extractHtml } from '@footnote/documents';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { harmonicMean, matchShingles, type ShingleMatch } from './shingle-matching.ts';

const USAGE = `Usage: npm run measure:extraction -- DIR [--worst N] [--explain]
DIR holds gold.jsonl (id, page, url, text and, where known, title, date, authors) and the saved pages it names.`;

interface GoldPage {
  readonly id: string;
  readonly page: string;
  readonly url: string;
  readonly text: string;
  readonly title?: string;
  readonly date?: string;
  readonly authors?: string;
}
interface MeasuredPage {
  readonly gold: GoldPage;
  readonly ours: ReturnType<typeof extractHtml>;
  readonly match: ShingleMatch;
  readonly plainMatch: ShingleMatch;
}

main();

function main(): void {
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
  const golds = readGold(directory);
  const htmls = golds.map((gold) => readFileSync(join(directory, gold.page), 'utf8'));
  const pages = golds.map((gold, index) => measurePage(gold, htmls[index]!));

  printBody(pages);
  printFolds(pages);
  printMetadata(pages);
  printThroughput(htmls);
  printWorst(pages, { count: Number(values.worst), explain: values.explain });
}

function readGold(directory: string): GoldPage[] {
  const lines = readFileSync(join(directory, 'gold.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line.trim()).map((line) => JSON.parse(line) as GoldPage);
}

function measurePage(gold: GoldPage, html: string): MeasuredPage {
  const ours = extractHtml(html);
  return {
    gold,
    ours,
    match: matchShingles(gold.text, ours.text),
    plainMatch: matchShingles(gold.text, plainReadability(html)),
  };
}

function plainReadability(html: string): string {
  return new Readability(parseHTML(html).document).parse()?.textContent ?? '';
}

function printBody(pages: readonly MeasuredPage[]): void {
  console.log(`Body text, ${pages.length} pages          precision  recall  F1`);
  console.log(`  Footnote                        ${figures(pages.map((page) => page.match))}`);
  console.log(`  plain Readability               ${figures(pages.map((page) => page.plainMatch))}`);
}

function printFolds(pages: readonly MeasuredPage[]): void {
  console.log('Five folds by domain');
  const domains = [...new Set(pages.map((page) => domainOf(page.gold.url)))].sort();
  for (let fold = 0; fold < 5; fold++) {
    const members = pages.filter((page) => domains.indexOf(domainOf(page.gold.url)) % 5 === fold);
    if (members.length === 0) continue;
    const label = `  fold ${fold + 1}, ${members.length} pages`.padEnd(34);
    const plain = f1(members.map((page) => page.plainMatch)).toFixed(4);
    console.log(`${label}${figures(members.map((page) => page.match))}  plain Readability F1 ${plain}`);
  }
}

function printMetadata(pages: readonly MeasuredPage[]): void {
  const checks = [
    { name: 'title', gold: (gold: GoldPage) => gold.title, found: (page: MeasuredPage) => page.ours.title },
    {
      name: 'date',
      gold: (gold: GoldPage) => gold.date,
      found: (page: MeasuredPage) => page.ours.publishedAt,
    },
    {
      name: 'authors',
      gold: (gold: GoldPage) => gold.authors,
      found: (page: MeasuredPage) => page.ours.authors.join(', ') || null,
    },
  ];
  for (const check of checks) {
    const known = pages.filter((page) => check.gold(page.gold));
    if (known.length === 0) continue;
    const wrong = known.filter((page) => !sameNames(check.gold(page.gold)!, check.found(page)));
    const absent = wrong.filter((page) => check.found(page) === null).length;
    const right = known.length - wrong.length;
    console.log(
      `${check.name.padEnd(8)} right ${right} of ${known.length}, not found ${absent}, wrong ${wrong.length - absent}`,
    );
    for (const page of wrong)
      console.log(`    ${page.gold.page}: ${check.found(page)} (gold: ${check.gold(page.gold)})`);
  }
}

/** Pages a second of both, alternating page by page so that the machine's mood hits both alike. */
function printThroughput(htmls: readonly string[]): void {
  let ours = 0;
  let plain = 0;
  for (const html of htmls) {
    ours += milliseconds(() => extractHtml(html));
    plain += milliseconds(() => plainReadability(html));
  }
  const perSecond = (elapsed: number) => ((1000 * htmls.length) / elapsed).toFixed(1);
  console.log(
    `Pages a second: Footnote ${perSecond(ours)}, plain Readability ${perSecond(plain)}, ratio ${(plain / ours).toFixed(2)}`,
  );
}

function printWorst(pages: readonly MeasuredPage[], options: { count: number; explain: boolean }): void {
  const pageF1 = (page: MeasuredPage) => harmonicMean(page.match.precision, page.match.recall);
  const worst = [...pages].sort((a, b) => pageF1(a) - pageF1(b)).slice(0, options.count);
  for (const page of worst) {
    const { precision, recall } = page.match;
    console.log(`P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  ${page.gold.page}  ${page.gold.url}`);
    if (options.explain)
      for (const removed of page.ours.removed) console.log(`    [${removed.rule}] ${removed.text}`);
  }
}

function sameNames(gold: string, found: string | null): boolean {
  return found !== null && nameKey(gold) === nameKey(found);
}

/** Names without order, case, accents and punctuation. */
function nameKey(names: string): string {
  const folded = names.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');
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

function domainOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
