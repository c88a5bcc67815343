import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Engine, openEngine } from '@footnote/engine';
import { sqliteIndex } from '@footnote/index-sqlite';
import { resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Pieces that offsets go wrong on: surrogate pairs, combining marks, CRLF, right-to-left, no spaces. */
const piece = fc.constantFrom(
  'The treaty was signed in 1997.',
  'Vela visited Port Amber on 3 May 👩‍👩‍👧 with 40 people!',
  'Cafe\u0301s reopened in Ze\u0301tograd.',
  'حضر الرئيس القمة في 2019.',
  'השיחות נמשכו שלוש שעות.',
  '会谈持续了五个小时。双方同意了。',
  'He said: “No.”\r\nThen he left.',
  '\r\n\r\n',
  '\n',
  '\t',
  '😀',
  'Mr. A. B. Cole paid $3.5 million.',
);
const text = fc.array(piece, { minLength: 1, maxLength: 25 }).map((pieces) => pieces.join(' '));
const QUESTIONS = [
  'When was the treaty signed?',
  'How much did Mr. Cole pay?',
  'Who visited Port Amber?',
  '会谈持续了多久',
];

let directory: string;
let engine: Engine;
const texts = new Map<string, string>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'footnote-quotes-'));
  const articles = join(directory, 'articles.jsonl');
  for (const [number, sample] of fc.sample(text, { numRuns: 80, seed: 7 }).entries()) {
    if (sample.trim() !== '') texts.set(`random-${number}`, sample);
  }
  await writeFile(
    articles,
    [...texts].map(([id, body]) => `${JSON.stringify({ id, text: body })}\n`).join(''),
  );
  const index = join(directory, 'index');
  const corpus = resolve(import.meta.dirname, '../corpus');
  await updateIndex({
    index: sqliteIndex(index),
    paths: [articles, corpus],
    model: await resolveEmbeddingModel(),
  });
  engine = await openEngine({ index });
}, 300_000);

afterAll(async () => {
  await engine?.close();
  await rm(directory, { recursive: true });
});

describe('every quote', () => {
  it('is the slice of its article’s text, and so are the words marked in it, for any text', async () => {
    let quotes = 0;
    for (const question of QUESTIONS) {
      const result = await engine.ask({ question });
      if (result.kind === 'NoAnswer') continue;
      for (const { passage, start, end, quote, answerSpan } of result.citations) {
        const { articleKey } = passage;
        const [article] = await engine.articlesByKey([articleKey]);
        expect(article?.text.slice(start, end)).toBe(quote);
        if (texts.has(articleKey)) expect(article?.text).toBe(texts.get(articleKey));
        expect(answerSpan?.start).toBeGreaterThanOrEqual(start);
        expect(answerSpan?.end).toBeLessThanOrEqual(end);
        quotes += 1;
      }
    }
    expect(quotes).toBeGreaterThan(0);
  }, 300_000);

  it('comes from a passage that is a slice of the text too, in every article', async () => {
    for (const key of texts.keys()) {
      const [article] = await engine.articlesByKey([key]);
      const [page] = await engine.passages([key], { first: 50 });
      const passages = page!.items.map((entry) => entry.item);
      for (const passage of passages) {
        expect(article?.text.slice(passage.start, passage.end)).toBe(passage.text);
      }
      const uncovered = passages.reduce(
        (rest, passage) => rest.replace(passage.text, ''),
        article?.text ?? '',
      );
      expect(uncovered.trim()).toBe('');
    }
  });
});
