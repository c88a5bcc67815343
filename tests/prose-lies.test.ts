import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { segmentSentences } from '@footnote/core';
import { checkProse } from '@footnote/writer';
import { cited, liesByRule } from '@footnote/writer/testing';
import { expect, it } from 'vitest';

const CORPUS = resolve(import.meta.dirname, '../corpus');

it.each(readdirSync(CORPUS))('no lie by rule about %s passes as prose, whatever quotes it names', (name) => {
  const text = readFileSync(resolve(CORPUS, name), 'utf8').replace(/^---[\s\S]*?\n---\n/u, '');
  const sentences = segmentSentences(text).map(({ start, end }) => text.slice(start, end));
  const lies = liesByRule(sentences);
  expect(lies.length).toBeGreaterThan(40);
  const passing = lies.filter(({ text: lie, quotes }) =>
    [[1], [2], [1, 2]].some((citationNumbers) => {
      const written = [{ text: lie, citationNumbers }];
      return checkProse(written, cited(quotes, { publishedAt: null })).sentences.length > 0;
    }),
  );
  expect(passing).toEqual([]);
});
