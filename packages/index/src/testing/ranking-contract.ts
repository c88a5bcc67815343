import { searchTerms } from '@footnote/core';
import { describe, expect, it } from 'vitest';
import type { NewArticle } from '../index-writer.ts';
import type { CandidateQuery, Searcher } from '../searcher.ts';
import { BREAD, direction, madeUpArticle, RIVER } from './made-up-articles.ts';
import { rankedPassages } from './ranked-passages.ts';

/** An index of the test's own. */
interface RankedIndex {
  search<T>(use: (searcher: Searcher) => Promise<T>): Promise<T>;
  /** The article keys of the passages found, best first. */
  keysFor(query: CandidateQuery): Promise<string[]>;
  write(...articles: NewArticle[]): Promise<void>;
}

/** Ten passages that hold any of the words. */
export const byWords = (...terms: string[]): CandidateQuery => ({ terms, vector: null, limit: 10 });
/** The ten passages closest to the vector. */
export const byMeaning = (vector: Float32Array): CandidateQuery => ({ terms: null, vector, limit: 10 });

/** What every engine must do when its passages are ranked. */
export function describeRanking({ search, keysFor, write }: RankedIndex): void {
  describe('ranking', () => {
    it('by words: what holds more of them comes first, by stem, in title and text', async () => {
      await write(RIVER, BREAD);
      expect(await keysFor(byWords('rivers', 'closed'))).toEqual(['river', 'river']);
      expect(await keysFor(byWords('flood'))).toEqual(['river', 'river']);
      expect(await keysFor(byWords('opening'))).toEqual(['bread']);
      expect(await keysFor(byWords('museum'))).toEqual([]);
    });

    it('by words: title, source, authors and day of an article count for each of its passages', async () => {
      await write(RIVER, BREAD);
      expect(await keysFor(byWords('courier'))).toEqual(['bread', 'bread']);
      expect(await keysFor(byWords('jonas', 'brandt'))).toEqual(['river', 'river']);
      const day = searchTerms('12 April 2021').map(({ term }) => term);
      expect(await keysFor(byWords(...day))).toEqual(['river', 'river']);
    });

    it('by meaning: the greatest cosine comes first', async () => {
      await write(RIVER, BREAD);
      const ranked = await search((searcher) => rankedPassages(searcher, byMeaning(direction(0, 0, 1))));
      expect(ranked.map(({ passage }) => passage.text).slice(0, 2)).toEqual([
        'The bakery sells rye bread.',
        'It opens at six.',
      ]);
      expect(ranked[0]?.score).toBeCloseTo(1, 5);
      expect(ranked[1]?.score).toBeCloseTo(Math.SQRT1_2, 5);
    });

    it('by both: each candidate once, its cosine known though only its words were found', async () => {
      await write(RIVER, BREAD);
      const query = { terms: ['bakery'], vector: direction(1), limit: 1 };
      const found = await search((searcher) => searcher.candidates(query));
      const scores = Object.fromEntries(found.map(({ articleKey, ...one }) => [articleKey, one]));
      expect(found).toHaveLength(2);
      expect(scores.river).toMatchObject({ start: 0, lexical: null });
      expect(scores.river?.semantic).toBeCloseTo(1, 5);
      expect(scores.bread?.lexical).toBeGreaterThan(0);
      expect(scores.bread?.semantic).toBeCloseTo(0, 5);
    });

    it('ties go by article key, then place, also where the limit cuts', async () => {
      const text = 'The same words. The same words.';
      await write(...['c', 'a', 'd', 'b'].map((key) => madeUpArticle(key, text)));
      for (const query of [byWords('words'), byMeaning(direction(1))]) {
        const places = await search(async (searcher) =>
          (await rankedPassages(searcher, { ...query, limit: 3 })).map(
            ({ passage: { articleKey, start } }) => `${articleKey} ${start}`,
          ),
        );
        expect(places).toEqual(['a 0', 'a 16', 'b 0']);
      }
    });

    it('filters apply before it ranks', async () => {
      await write(RIVER, BREAD);
      const filters = [
        { sources: ['ELSBY post'] },
        { authors: ['jonas brandt'] },
        { publishedFrom: '2021-04-12', publishedTo: '2021-04-12' },
        { languages: ['en'] },
      ];
      for (const filter of filters) {
        const query = { ...byMeaning(direction(0, 0, 1)), limit: 1, filter };
        expect(await keysFor(query)).toEqual(['river']);
        expect(await keysFor({ ...byWords('bread', 'river'), filter })).toEqual(['river']);
        expect(await search((searcher) => searcher.countArticles(filter))).toBe(1);
      }
      expect(await keysFor({ ...byWords('river'), filter: { sources: [] } })).toEqual([]);
    });

    it('terms are plain words, never syntax', async () => {
      await write(RIVER, BREAD);
      expect(await keysFor(byWords('bread" OR "river', '*', '-', 'NEAR('))).toEqual([]);
      expect(await keysFor(byWords('"bread"'))).toEqual(['bread']);
    });

    it('a text is found however it is written', async () => {
      const ship = madeUpArticle('ship', 'The GR-4471 of Łukasz Żak cost $2.4bn.', {
        title: 'Customs oﬃce',
      });
      await write(ship, BREAD, madeUpArticle('gas', '中国从俄罗斯进口天然气。'));
      const asked = ['GR4471', 'lukasz zak', '2.4 billion dollars', 'custom offices'];
      for (const question of asked) {
        expect(await keysFor(byWords(...searchTerms(question).map(({ term }) => term)))).toEqual(['ship']);
      }
      expect(await keysFor(byWords(...searchTerms('天然气').map(({ term }) => term)))).toEqual(['gas']);
    });

    it('words are counted by the passages that hold them', async () => {
      await write(RIVER, BREAD);
      const counts = await search((searcher) => searcher.wordCounts(['mayor', 'the', 'museum']));
      expect(counts).toEqual({ passages: 4, passagesWith: [1, 3, 0] });
    });

    it('a word that no passage has is one that is spelled like it, where the engine can tell', async () => {
      await write(RIVER, BREAD);
      const nearest = (word: string) => search((searcher) => searcher.nearestWord(word));
      expect([null, 'bakeri']).toContain(await nearest('bakary'));
      expect(await nearest('bakery')).toBeNull();
      expect(await nearest('museum')).toBeNull();
    });

    it('a candidate knows the near-identical articles', async () => {
      const story = Array.from({ length: 12 }, (_, n) => `Sentence ${n} tells what happened next.`).join(' ');
      await write(...['b', 'a', 'c'].map((key) => madeUpArticle(key, story)));
      const candidates = await search((searcher) =>
        searcher.candidates({ ...byWords('happened'), limit: 50 }),
      );
      expect(candidates.find(({ articleKey }) => articleKey === 'b')?.duplicates).toEqual(['a', 'c']);
    });
  });
}
