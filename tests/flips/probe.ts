import { openIndexReader, verifyIndex } from '@footnote/index-sqlite';

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

/** Asks by words, by vectors that stand for questions, through filters and page by page; loads no model. */
export function probeIndex(directory: string): ProbeResult {
  const falseQuotes: string[] = [];
  const verification = attempt(() => verifyIndex(directory));
  const answers = attempt(() => readEverything(directory, falseQuotes));
  return {
    verified: verification.value?.ok ?? false,
    problems: verification.value?.problems.map(({ code }) => code) ?? [String(verification.error)],
    answers: answers.value ?? '',
    falseQuotes,
    error: answers.error,
  };
}

function readEverything(directory: string, falseQuotes: string[]): string {
  const reader = openIndexReader(directory);
  try {
    const results: unknown[] = [reader.status().articles, reader.status().passages];
    const describe = ({ passageId, score }: { passageId: number; score: number }) => {
      const passage = reader.passage(passageId)!;
      const article = reader.article(passage.articleKey)!;
      if (article.text.slice(passage.start, passage.end) !== passage.text)
        falseQuotes.push(passage.articleKey);
      results.push([score, article.contentHash, passage.start, passage.end, passage.text]);
    };
    for (const words of WORDS) {
      reader.lexicalScores(words, { limit: 20 }).forEach(describe);
      reader.lexicalScores(words, { limit: 20, filter: { publishedFrom: '2020-01-01' } }).forEach(describe);
    }
    for (let number = 0; number < 5; number += 1) {
      reader.semanticScores(vector(number), { limit: 20 }).forEach(describe);
    }
    for (const { item } of reader.articles({ first: 50 }).items) {
      results.push([item.key, item.text, item.title, item.source, item.publishedAt, item.duplicates]);
    }
    return JSON.stringify(results);
  } finally {
    reader.close();
  }
}

function vector(seed: number): Float32Array {
  const numbers = Float32Array.from({ length: 384 }, (_, index) => Math.sin((seed + 1) * (index + 1)));
  const length = Math.hypot(...numbers);
  return numbers.map((number) => number / length);
}

function attempt<Value>(run: () => Value): { value?: Value; error: string | null } {
  try {
    return { value: run(), error: null };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

for (const directory of process.argv.slice(2)) console.log(JSON.stringify(probeIndex(directory)));
