import { describe, expect, it } from 'vitest';
import type { ArticleListRequest } from '../article-list.ts';
import type { NewArticle } from '../index-writer.ts';
import type { Searcher } from '../searcher.ts';
import { madeUpArticle } from './made-up-articles.ts';

/** An index of the test's own. */
interface ListedIndex {
  search<T>(use: (searcher: Searcher) => Promise<T>): Promise<T>;
  write(...articles: NewArticle[]): Promise<void>;
}

const STORM = madeUpArticle('b/storm', 'A storm came.', {
  title: 'Évora after the storm',
  source: 'Elsby Post',
  authors: ['Mira Dahl', 'Jonas Brandt'],
  publishedAt: '2021-04-12',
});
const FERRY = madeUpArticle('a/ferry', 'The ferry sails.', {
  title: 'evening ferry',
  source: 'ELSBY POST',
  authors: ['Mira Dahl'],
  publishedAt: '2021-11-03',
});
const BRIDGE = madeUpArticle('c/bridge', 'No bridge is built.', {
  title: 'Evora bridge',
  source: 'Elsby Post',
  authors: ['mira dahl', 'Åsa Ek'],
  publishedAt: '2019-01-01',
});
const BARE = madeUpArticle('B/bare', 'Nothing is known of it.');

/** What every engine must do when its articles are listed and counted. */
export function describeArticleLists({ search, write }: ListedIndex): void {
  const keysOf = (request: ArticleListRequest): Promise<string[]> =>
    search(async (searcher) => (await searcher.articles(request)).items.map(({ item }) => item.key));

  describe('listing', () => {
    it.each([
      ['KEY', ['B/bare', 'a/ferry', 'b/storm', 'c/bridge']],
      ['TITLE', ['a/ferry', 'b/storm', 'c/bridge', 'B/bare']],
      ['NEWEST', ['a/ferry', 'b/storm', 'c/bridge', 'B/bare']],
      ['OLDEST', ['c/bridge', 'b/storm', 'a/ferry', 'B/bare']],
    ] as const)(
      'orders articles by %s, those without last, whichever way it pages',
      async (orderBy, keys) => {
        await write(STORM, FERRY, BRIDGE, BARE);
        expect(await keysOf({ orderBy, first: 50 })).toEqual(keys);
        expect(await keysOf({ orderBy, last: 2 })).toEqual(keys.slice(2));
        await search(async (searcher) => {
          const { items } = await searcher.articles({ orderBy, first: 50 });
          for (const [index, { cursor }] of items.entries()) {
            const forward = await searcher.articles({ orderBy, first: 2, after: cursor });
            const backward = await searcher.articles({ orderBy, last: 2, before: cursor });
            expect(forward.items).toEqual(items.slice(index + 1, index + 3));
            expect(backward.items).toEqual(items.slice(Math.max(0, index - 2), index));
            expect(forward.hasNextPage).toBe(index + 3 < items.length);
            expect(forward.hasPreviousPage).toBe(true);
            expect(backward.hasPreviousPage).toBe(index > 2);
            expect(backward.hasNextPage).toBe(true);
          }
        });
      },
    );

    it('a cursor names a place, whatever came and went around it', async () => {
      await write(STORM, BRIDGE);
      const request = { orderBy: 'TITLE', first: 1 } as const;
      const { items } = await search((searcher) => searcher.articles(request));
      await write(FERRY, madeUpArticle('d', 'New.', { title: 'Evora as it was' }));
      expect(await keysOf({ ...request, first: 5, after: items[0]?.cursor })).toEqual(['d', 'c/bridge']);
      expect(await keysOf({ orderBy: 'TITLE', last: 5, before: items[0]?.cursor })).toEqual(['a/ferry']);
    });

    it.each([
      ['EVORA', ['b/storm', 'c/bridge']],
      ['  storm   évora ', ['b/storm']],
      ['asa ek', ['c/bridge']],
      ['elsby a/fer', ['a/ferry']],
      ['b/', ['B/bare', 'b/storm']],
      ['%', []],
      ['sails', []],
      [' ', ['B/bare', 'a/ferry', 'b/storm', 'c/bridge']],
    ])('finds "%s" in titles, sources, authors and keys', async (query, keys) => {
      await write(STORM, FERRY, BRIDGE, BARE);
      expect(await keysOf({ query, first: 50 })).toEqual(keys);
    });

    it('counts the whole list, of which a page is a part', async () => {
      await write(STORM, FERRY, BRIDGE, BARE);
      const page = await search((searcher) =>
        searcher.articles({ filter: { sources: ['Elsby Post'] }, query: 'evora', first: 1 }),
      );
      expect(page).toMatchObject({ totalCount: 2, hasNextPage: true, hasPreviousPage: false });
    });

    it.each(['x', '', '[]', '{"a":1}', 'null', '[1,"a"]'])('takes no page after "%s"', async (after) => {
      await write(STORM);
      await expect(keysOf({ first: 1, after })).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    });

    it('counts what could be filtered by, without regard to case, the most frequent first', async () => {
      await write(STORM, FERRY, BRIDGE, BARE);
      expect(await search((searcher) => searcher.facets())).toEqual({
        sources: [{ value: 'Elsby Post', count: 3 }],
        authors: [
          { value: 'Mira Dahl', count: 3 },
          { value: 'Jonas Brandt', count: 1 },
          { value: 'Åsa Ek', count: 1 },
        ],
        years: [
          { value: '2021', count: 2 },
          { value: '2019', count: 1 },
        ],
      });
      expect(await search((searcher) => searcher.facets({ authors: ['åsa ek'] }))).toEqual({
        sources: [{ value: 'Elsby Post', count: 1 }],
        authors: [
          { value: 'mira dahl', count: 1 },
          { value: 'Åsa Ek', count: 1 },
        ],
        years: [{ value: '2019', count: 1 }],
      });
    });
  });
}
