import type { Searcher } from '@footnote/index';
import { MADE_UP_MODEL, madeUpArticle, memoryIndex } from '@footnote/index/testing';
import { expect, it } from 'vitest';
import { PassageAbbreviations } from './passage-abbreviations.ts';

const PLACES = [{ articleKey: 'harbour', start: 0 }];

function harbour(text: string) {
  return { kind: 'put' as const, article: madeUpArticle('harbour', text) };
}

function countingReads(searcher: Searcher, reads: string[]): Searcher {
  return {
    ...searcher,
    version: () => searcher.version(),
    passagesAt: (places) => {
      reads.push(...places.map(({ articleKey }) => articleKey));
      return searcher.passagesAt(places);
    },
  };
}

it('reads a passage once for each version of the index, and again after it changed', async () => {
  const engine = memoryIndex();
  const writer = await engine.openWriter({ model: MADE_UP_MODEL });
  const reader = await engine.openReader({ follow: true });
  const abbreviations = new PassageAbbreviations();
  const reads: string[] = [];
  const longForms = () =>
    reader.withSearcher(async (searcher) => {
      const found = await abbreviations.of(countingReads(searcher, reads), PLACES);
      return [...new Set(found.map(({ long }) => long))];
    });

  await writer.apply([harbour('The Lund Harbour Authority (LHA) was founded in spring.')]);
  expect([await longForms(), await longForms()]).toEqual(Array(2).fill(['Lund Harbour Authority']));
  expect(reads).toHaveLength(1);
  await writer.apply([harbour('The Lund Harbour Agency (LHA) was founded in spring.')]);
  expect(await longForms()).toEqual(['Lund Harbour Agency']);
  expect(reads).toHaveLength(2);
});
