import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type RankedPassage, rankedPassages } from '@footnote/index/testing';
import { sqliteIndex } from '@footnote/index-sqlite';
import Database from 'better-sqlite3';

const QUESTIONS = [
  ['minister'],
  ['river', 'bridge'],
  ['price', 'bread'],
  ['the', 'train'],
  ['election', 'vote'],
];

/** Articles, passages, vectors, and the results of fixed questions: equal for two indexes that are as good. */
export async function fingerprint(index: string): Promise<string> {
  const hash = createHash('sha256');
  for (const part of [...contents(index), ...(await answers(index))]) hash.update(JSON.stringify(part));
  return hash.digest('hex');
}

function contents(index: string): unknown[] {
  const database = new Database(join(index, 'footnote.sqlite'), { readonly: true });
  try {
    return database
      .prepare(
        `SELECT key, content_hash, passages, text, hex(vectors) FROM article
         JOIN article_text ON article_text.article = id JOIN article_vectors ON article_vectors.article = id
         ORDER BY key`,
      )
      .all();
  } finally {
    database.close();
  }
}

async function answers(index: string): Promise<unknown[]> {
  const reader = await sqliteIndex(index).openReader();
  const describe = ({ score, passage: { articleKey, start, end, text } }: RankedPassage) => [
    score,
    articleKey,
    start,
    end,
    text,
  ];
  try {
    return await reader.withSearcher(async (searcher) => {
      const results: unknown[] = [];
      for (const [number, terms] of QUESTIONS.entries()) {
        const byWords = await rankedPassages(searcher, { terms, vector: null, limit: 20 });
        const vector = unitVector(number);
        const byMeaning = await rankedPassages(searcher, { terms: null, vector, limit: 20 });
        results.push(byWords.map(describe), byMeaning.map(describe));
      }
      return results;
    });
  } finally {
    await reader.close();
  }
}

function unitVector(seed: number): Float32Array {
  const numbers = Float32Array.from({ length: 384 }, (_, index) => Math.sin((seed + 1) * (index + 1)));
  const length = Math.hypot(...numbers);
  return numbers.map((number) => number / length);
}
