import type { Searcher } from '@footnote/index';
import { direction, MADE_UP_MODEL, madeUpArticle, memoryIndex } from '@footnote/index/testing';
import { beforeAll, expect, it } from 'vitest';
import { candidatesInAllWordings } from './all-wordings.ts';
import { PassageAbbreviations } from './passage-abbreviations.ts';
import { contentTerms } from './query-terms.ts';

const ARTICLES = [
  madeUpArticle('explained', 'The Lund Harbour Authority (LHA) was founded in spring.'),
  madeUpArticle('short', 'Nils Ek leads the LHA.'),
  madeUpArticle('long', 'The Lund Harbour Authority hired Mara Holm.'),
  madeUpArticle('party', 'The Ökologische Volksfront (ÖVF) won.'),
  madeUpArticle('party in full', 'The Ökologische Volksfront lost.'),
  madeUpArticle('letters', 'Voltra spends more on Research and Development (R&D).'),
  madeUpArticle('one letter', 'Section R of the law is on spends.'),
  madeUpArticle('other', 'A harbour festival was held in Velia.'),
];
const abbreviations = new PassageAbbreviations();
let search: <T>(use: (searcher: Searcher) => Promise<T>) => Promise<T>;

beforeAll(async () => {
  const engine = memoryIndex();
  const writer = await engine.openWriter({ model: MADE_UP_MODEL });
  await writer.apply(ARTICLES.map((article) => ({ kind: 'put', article })));
  const reader = await engine.openReader();
  search = (use) => reader.withSearcher(use);
});

async function scoresFor(query: string, vector: Float32Array | null = null): Promise<Record<string, number>> {
  const wanted = { query, terms: contentTerms(query), vector, limit: 20 };
  const { candidates } = await search((searcher) => candidatesInAllWordings(searcher, wanted, abbreviations));
  return Object.fromEntries(candidates.map(({ articleKey, lexical }) => [articleKey, lexical ?? 0]));
}

it('finds what writes out an abbreviation', async () => {
  expect(Object.keys(await scoresFor('LHA'))).toEqual(expect.arrayContaining(['explained', 'short', 'long']));
});

it('finds what writes out an abbreviation with a letter that is written as two as well', async () => {
  expect(Object.keys(await scoresFor('OEVF'))).toContain('party in full');
});

it('takes no letter of an abbreviation for the whole', async () => {
  expect(Object.keys(await scoresFor('research and development'))).not.toContain('one letter');
});

it('finds what abbreviates a name, before what shares a word of it', async () => {
  const scores = await scoresFor('Lund Harbour Authority');
  expect(scores.short).toBeGreaterThan(scores.other!);
});

it('weighs a wording as much as the one of the query', async () => {
  const scores = await scoresFor('LHA');
  expect(scores.long! / scores.short!).toBeGreaterThan(0.7);
  expect(scores.long! / scores.short!).toBeLessThan(1.4);
});

it('keeps the words beside the abbreviation', async () => {
  const scores = await scoresFor('Who leads the Lund Harbour Authority?');
  expect(Object.keys(scores).reduce((a, b) => (scores[b]! > scores[a]! ? b : a))).toBe('short');
});

it('gives the words of all wordings, for what is marked', async () => {
  const wanted = { query: 'LHA', terms: contentTerms('LHA'), vector: null, limit: 20 };
  const { terms } = await search((searcher) => candidatesInAllWordings(searcher, wanted, abbreviations));
  expect(terms.map(({ word }) => word)).toEqual(['lha', 'lund', 'harbour', 'authority']);
});

it('leaves a query without abbreviations as it is, its cosines too', async () => {
  const vector = direction(1);
  const wanted = { query: 'festival', terms: contentTerms('festival'), vector, limit: 20 };
  const { candidates } = await search((searcher) => candidatesInAllWordings(searcher, wanted, abbreviations));
  const plain = await search((searcher) => searcher.candidates({ terms: ['festival'], vector, limit: 20 }));
  expect(candidates).toEqual(plain);
});
