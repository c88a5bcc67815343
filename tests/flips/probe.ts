import type { CandidateQuery } from '@footnote/index';
import { type RankedPassage, rankedPassages } from '@footnote/index/testing';
import { sqliteIndex, verifyIndex } from '@footnote/index-sqlite';

/** What an index answers, and whether it is found sound. */
export interface ProbeResult {
  readonly verified: boolean;
  readonly problems: readonly string[];
  /** All results of the fixed questions, as text. */
  readonly answers: string;
  /** Quotes that are not in their article. Always to be empty. */
  readonly falseQuotes: readonly string[];
  /** Why there are no answers. */
  readonly error: string | null;
}

const WORDS = [
  ['putin', 'xi'],
  ['trade', 'billion'],
  ['summit'],
  ['border', 'river', 'bridge'],
  ['anniversary'],
];

const QUERIES: readonly CandidateQuery[] = [
  ...WORDS.flatMap((terms) => [
    { terms, vector: null, limit: 20 },
    { terms, vector: null, limit: 20, filter: { publishedFrom: '2020-01-01' } },
  ]),
  ...[0, 1, 2, 3, 4].map((number) => ({ terms: null, vector: vector(number), limit: 20 })),
];

/** Asks by words, by vectors that stand for questions, through filters and page by page; loads no model. */
export async function probeIndex(directory: string): Promise<ProbeResult> {
  const falseQuotes: string[] = [];
  const verification = await attempt(async () => verifyIndex(directory));
  const answers = await attempt(() => readEverything(directory, falseQuotes));
  return {
    verified: verification.value?.ok ?? false,
    problems: verification.value?.problems.map(({ code }) => code) ?? [String(verification.error)],
    answers: answers.value ?? '',
    falseQuotes,
    error: answers.error,
  };
}

async function readEverything(directory: string, falseQuotes: string[]): Promise<string> {
  const reader = await sqliteIndex(directory).openReader();
  try {
    const { articles, passages } = await reader.status();
    const results: unknown[] = [articles, passages];
    const describe = ({ score, passage: { article, start, end, text } }: RankedPassage) => {
      if (article.text.slice(start, end) !== text) falseQuotes.push(article.key);
      results.push([score, article.contentHash, start, end, text]);
    };
    await reader.withSearcher(async (searcher) => {
      for (const query of QUERIES) (await rankedPassages(searcher, query)).forEach(describe);
      for (const { item } of (await searcher.articles({ first: 50 })).items) {
        results.push([item.key, item.text, item.title, item.source, item.publishedAt, item.duplicates]);
      }
    });
    return JSON.stringify(results);
  } finally {
    await reader.close();
  }
}

function vector(seed: number): Float32Array {
  const numbers = Float32Array.from({ length: 384 }, (_, index) => Math.sin((seed + 1) * (index + 1)));
  const length = Math.hypot(...numbers);
  return numbers.map((number) => number / length);
}

async function attempt<Value>(run: () => Promise<Value>): Promise<{ value?: Value; error: string | null }> {
  try {
    return { value: await run(), error: null };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

for (const directory of process.argv.slice(2)) console.log(JSON.stringify(await probeIndex(directory)));
