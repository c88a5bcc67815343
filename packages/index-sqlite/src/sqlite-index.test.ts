import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  describeIndexContract,
  direction,
  MADE_UP_MODEL,
  madeUpArticle,
  memoryIndex,
} from '@footnote/index/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sqliteIndex } from './sqlite-index.ts';

describeIndexContract('an index directory', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-contract-'));
  return {
    engine: sqliteIndex(join(folder, 'index')),
    dispose: async () => rmSync(folder, { recursive: true }),
  };
});

it('is written by one run at a time, so that it has no shares', async () => {
  const engine = sqliteIndex(join(tmpdir(), 'footnote-none'));
  const share = { part: 1, of: 2 };
  await expect(engine.openWriter({ model: MADE_UP_MODEL, share })).rejects.toMatchObject({
    code: 'INDEX_UNSUPPORTED',
  });
});

const word = fc.constantFrom('river', 'bridge', 'mayor', 'bread', 'night', 'train', 'coast', 'rain');
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `The ${words.join(' ')}.`);
const texts = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });

it('ranks as the reference does, for any articles and any words', async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.array(word, { minLength: 1, maxLength: 4 }), async (articles, terms) => {
      const folder = mkdtempSync(join(tmpdir(), 'footnote-reference-'));
      const query = { terms, vector: direction(1, 2, 3), limit: 5 };
      const found = await Promise.all(
        [sqliteIndex(join(folder, 'index')), memoryIndex()].map(async (engine) => {
          const writer = await engine.openWriter({ model: MADE_UP_MODEL });
          await writer.apply(
            articles.map((sentences, index) => {
              const vectors = sentences.map((text) => direction(text.length, index, 1));
              return {
                kind: 'put',
                article: madeUpArticle(`article ${index}`, sentences.join(' '), { vectors }),
              };
            }),
          );
          await writer.close();
          const reader = await engine.openReader();
          const candidates = await reader.withSearcher((searcher) => searcher.candidates(query));
          await reader.close();
          return new Map(candidates.map((one) => [`${one.articleKey} ${one.start}`, one]));
        }),
      );
      rmSync(folder, { recursive: true });
      const [actual, expected] = found as [(typeof found)[0], (typeof found)[0]];
      expect([...actual.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [place, { lexical, semantic, duplicates }] of expected) {
        const one = actual.get(place)!;
        if (lexical === null) expect(one.lexical).toBeNull();
        else expect(one.lexical).toBeCloseTo(lexical, 6);
        expect(one.semantic).toBeCloseTo(semantic!, 5);
        expect(one.duplicates).toEqual(duplicates);
      }
    }),
    { numRuns: 60 },
  );
});
