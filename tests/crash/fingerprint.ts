import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openIndexReader } from '@footnote/index-sqlite';
import Database from 'better-sqlite3';

const QUESTIONS = [
  ['minister'],
  ['river', 'bridge'],
  ['price', 'bread'],
  ['the', 'train'],
  ['election', 'vote'],
];

/** Articles, passages, vectors, and the results of fixed questions: equal for two indexes that are as good. */
export function fingerprint(index: string): string {
  const hash = createHash('sha256');
  for (const part of [...contents(index), ...answers(index)]) hash.update(JSON.stringify(part));
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

function answers(index: string): unknown[] {
  const reader = openIndexReader(index);
  const describe = ({ passageId, score }: { passageId: number; score: number }) => {
    const { articleKey, start, end, text } = reader.passage(passageId)!;
    return [score, articleKey, start, end, text];
  };
  try {
    return QUESTIONS.flatMap((terms, number) => [
      reader.lexicalScores(terms, { limit: 20 }).map(describe),
      reader.semanticScores(unitVector(number), { limit: 20 }).map(describe),
    ]);
  } finally {
    reader.close();
  }
}

function unitVector(seed: number): Float32Array {
  const numbers = Float32Array.from({ length: 384 }, (_, index) => Math.sin((seed + 1) * (index + 1)));
  const length = Math.hypot(...numbers);
  return numbers.map((number) => number / length);
}
