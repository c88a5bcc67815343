import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IndexEngine } from '../index-engine.ts';
import type { IndexReader } from '../index-reader.ts';
import type { IndexChange, NewArticle } from '../index-writer.ts';
import type { CandidateQuery, Searcher } from '../searcher.ts';
import { describeArticleLists } from './article-list-contract.ts';
import { BREAD, direction, MADE_UP_MODEL, madeUpArticle, RIVER } from './made-up-articles.ts';
import { rankedPassages } from './ranked-passages.ts';
import { byMeaning, byWords, describeRanking } from './ranking-contract.ts';

/** An engine on an index of its own, which does not exist yet. */
export interface EngineUnderTest {
  readonly engine: IndexEngine;
  dispose(): Promise<void>;
}

const RECORD = {
  root: '/articles',
  path: '/articles/river',
  sha256: 'a'.repeat(64),
  readingVersion: 1,
  chunkingVersion: 1,
};

const put = (article: NewArticle): IndexChange => ({ kind: 'put', article });
const remove = (key: string): IndexChange => ({ kind: 'remove', key });

/** What every engine must do, whoever asks it: run against each of them. */
export function describeIndexContract(name: string, open: () => Promise<EngineUnderTest>): void {
  describe(`${name} keeps the contract of an index`, () => {
    let subject: EngineUnderTest;
    let readers: IndexReader[];

    beforeEach(async () => {
      subject = await open();
      readers = [];
    });
    afterEach(async () => {
      await Promise.all(readers.map((reader) => reader.close()));
      await subject.dispose();
    });

    const openReader = async (options = {}): Promise<IndexReader> => {
      const reader = await subject.engine.openReader(options);
      readers.push(reader);
      return reader;
    };
    const search = async <T>(use: (searcher: Searcher) => Promise<T>): Promise<T> =>
      (await openReader()).withSearcher(use);
    const write = async (...changes: IndexChange[]): Promise<void> => {
      const writer = await subject.engine.openWriter({ model: MADE_UP_MODEL });
      try {
        await writer.apply(changes);
        await writer.finish();
      } finally {
        await writer.close();
      }
    };
    const keysFor = (query: CandidateQuery): Promise<string[]> =>
      search(async (searcher) =>
        (await rankedPassages(searcher, query)).map(({ passage }) => passage.articleKey),
      );

    describe('reading', () => {
      it('without an index, a reader is refused, and one that follows is empty', async () => {
        await expect(subject.engine.openReader()).rejects.toMatchObject({ code: 'INDEX_NOT_FOUND' });
        const reader = await openReader({ follow: true });
        expect(await reader.status()).toMatchObject({ articles: 0, passages: 0, model: null });
        await reader.withSearcher(async (searcher) => {
          expect(await searcher.candidates(byWords('river'))).toEqual([]);
          expect(await searcher.articlesByKey(['river'])).toEqual([null]);
          expect(await searcher.passages(['river'], { first: 1 })).toEqual([null]);
          expect(await searcher.articles({ first: 1 })).toMatchObject({ items: [], totalCount: 0 });
          expect(await searcher.facets()).toEqual({ sources: [], authors: [], years: [] });
        });
      });

      it('a reader that follows sees what is committed', async () => {
        const reader = await openReader({ follow: true });
        const count = () => reader.withSearcher((searcher) => searcher.countArticles());
        await write(put(RIVER));
        await expect.poll(count).toBe(1);
        await write(put(BREAD), remove('river'));
        await expect
          .poll(() =>
            reader.withSearcher(async (one) => (await one.articlesByKey(['bread', 'river'])).map(Boolean)),
          )
          .toEqual([true, false]);
      });

      it('a version has a name of its own, the same for all who read it, where the engine can tell', async () => {
        const reader = await openReader({ follow: true });
        const version = () => reader.withSearcher((searcher) => searcher.version());
        const before = await version();
        await write(put(RIVER));
        await expect.poll(version).not.toBe(before);
        const first = await version();
        expect(await search((searcher) => searcher.version())).toBe(first);
        if (first === null) return;
        await write(remove('river'));
        await expect.poll(version).not.toBe(first);
        expect([before, first]).not.toContain(await version());
      });

      it('an article has every field as it was written', async () => {
        await write(put(RIVER));
        const [article] = await search((searcher) => searcher.articlesByKey(['river']));
        expect(article).toEqual({ ...RIVER.article, duplicates: [] });
      });

      it('a passage comes with its article, and is a slice of its text', async () => {
        await write(put(RIVER));
        const [passage] = await search((searcher) =>
          searcher.passagesAt([{ articleKey: 'river', start: 29 }]),
        );
        expect(passage).toMatchObject({ text: 'The mayor closed the bridge.', end: 57 });
        expect(passage?.article.text.slice(passage.start, passage.end)).toBe(passage?.text);
      });

      it('what it does not hold is null, in its place', async () => {
        await write(put(RIVER));
        await search(async (searcher) => {
          const [none, river] = await searcher.articlesByKey(['none', 'river']);
          expect([none, river?.key]).toEqual([null, 'river']);
          const places = [
            { articleKey: 'river', start: 1 },
            { articleKey: 'none', start: 0 },
          ];
          expect(await searcher.passagesAt(places)).toEqual([null, null]);
        });
      });

      it('passages of an article come in the order of its text, page by page', async () => {
        await write(put(RIVER));
        await search(async (searcher) => {
          const [first] = await searcher.passages(['river'], { first: 1 });
          const [rest] = await searcher.passages(['river'], { first: 1, after: first?.items[0]?.cursor });
          expect([first, rest].map((page) => page?.items[0]?.item.start)).toEqual([0, 29]);
          expect([first?.hasNextPage, rest?.hasNextPage]).toEqual([true, false]);
        });
      });

      it('passages of several articles come in the order of the keys, null where there is none', async () => {
        await write(put(RIVER), put(BREAD));
        const pages = await search((searcher) => searcher.passages(['bread', 'none', 'river'], { first: 1 }));
        expect(pages.map((page) => page?.items[0]?.item.articleKey)).toEqual(['bread', undefined, 'river']);
        expect(pages[1]).toBeNull();
      });

      it('a passage has the vector it was written with', async () => {
        await write(put(RIVER), put(BREAD));
        const [closed, none, opens] = await search((searcher) =>
          searcher.vectorsAt([
            { articleKey: 'river', start: 29 },
            { articleKey: 'river', start: 1 },
            { articleKey: 'bread', start: 28 },
          ]),
        );
        expect(none).toBeNull();
        expect([closed, opens].map((vector) => [...vector!])).toEqual([
          [...direction(0, 1)],
          [...direction(0, 0, 1, 1)],
        ]);
      });

      it.each(['x', '', '-1', '1.5', '1e3'])('takes no page of passages after "%s"', async (after) => {
        await write(put(RIVER));
        const page = search((searcher) => searcher.passages(['river'], { first: 1, after }));
        await expect(page).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
      });
    });

    describeArticleLists({ search, write: (...articles) => write(...articles.map(put)) });
    describeRanking({ search, keysFor, write: (...articles) => write(...articles.map(put)) });

    describe('a fitted threshold', () => {
      const calibration = { threshold: 0.4, embeddingModel: 'b'.repeat(64), readerModel: null };

      it('is there once it was kept, and the last one counts', async () => {
        await write(put(RIVER));
        expect(await search((searcher) => searcher.calibration())).toBeNull();
        await write({ kind: 'calibrate', calibration });
        expect(await search((searcher) => searcher.calibration())).toEqual(calibration);
        const newer = { ...calibration, threshold: 0.7, readerModel: 'c'.repeat(64) };
        await write({ kind: 'calibrate', calibration: newer });
        expect(await search((searcher) => searcher.calibration())).toEqual(newer);
      });

      it('stays when articles come and go, and is seen by a reader that follows', async () => {
        const reader = await openReader({ follow: true });
        const look = () => reader.withSearcher((searcher) => searcher.calibration());
        expect(await look()).toBeNull();
        await write(put(RIVER), { kind: 'calibrate', calibration });
        await write(put(BREAD), remove('river'));
        await expect.poll(look).toEqual(calibration);
      });
    });

    describe('writing', () => {
      it('an article that is put again takes the place of the one before', async () => {
        await write(put(RIVER));
        await write(put(madeUpArticle('river', 'The water fell.')));
        expect(await keysFor(byWords('mayor'))).toEqual([]);
        expect(await keysFor(byWords('water'))).toEqual(['river']);
        expect(await (await openReader()).status()).toMatchObject({ articles: 1, passages: 1 });
      });

      it('an article that is removed is found no more', async () => {
        await write(put(RIVER), put(BREAD));
        await write(remove('river'));
        expect(await keysFor(byWords('river', 'bread'))).toEqual(['bread']);
        expect(await keysFor(byMeaning(direction(1)))).toEqual(['bread', 'bread']);
      });

      it('entries say what it holds and where that came from', async () => {
        await write(put(RIVER), { kind: 'move', key: 'river', to: { root: '/else', path: '/else/river' } });
        const writer = await subject.engine.openWriter();
        const { contentHash } = RIVER.article;
        expect(await writer.entries()).toMatchObject([
          { key: 'river', contentHash, root: '/else', path: '/else/river', chunkingVersion: 1 },
        ]);
        expect(await writer.counts()).toEqual({ articles: 1, passages: 2 });
        await writer.close();
      });

      it('a file is indexed while its record stands, and no article left it', async () => {
        await write(put(RIVER), { kind: 'saveFile', file: RECORD });
        const writer = await subject.engine.openWriter();
        expect(await writer.isIndexed(RECORD)).toBe(true);
        expect(await writer.isIndexed({ ...RECORD, readingVersion: 2 })).toBe(false);
        await writer.apply([remove('river')]);
        expect(await writer.isIndexed(RECORD)).toBe(false);
        await writer.apply([{ kind: 'saveFile', file: RECORD }]);
        await writer.apply([{ kind: 'forgetFile', path: RECORD.path }]);
        expect(await writer.isIndexed(RECORD)).toBe(false);
        await writer.close();
      });

      it('tells of the articles of some keys only, where there are such', async () => {
        await write(put(RIVER), put(BREAD));
        const writer = await subject.engine.openWriter();
        expect((await writer.entries(['none', 'bread'])).map(({ key }) => key)).toEqual(['bread']);
        expect(writer.takes('river')).toBe(true);
        await writer.close();
      });

      it('without a model it writes to the index that is there, and makes none', async () => {
        await expect(subject.engine.openWriter()).rejects.toMatchObject({ code: 'INDEX_NOT_FOUND' });
        await write(put(RIVER));
        await (await subject.engine.openWriter()).close();
      });

      it('vectors of another model are refused, to readers too', async () => {
        await write(put(RIVER));
        const model = { ...MADE_UP_MODEL, sha256: '1'.repeat(64) };
        const refused = { code: 'INDEX_OTHER_MODEL' };
        await expect(subject.engine.openWriter({ model })).rejects.toMatchObject(refused);
        await expect(subject.engine.openReader({ model })).rejects.toMatchObject(refused);
      });

      it('there is one writer at a time: a second is refused, or waits', async () => {
        await write(put(RIVER));
        const first = await subject.engine.openWriter();
        await expect(subject.engine.openWriter()).rejects.toMatchObject({ code: 'INDEX_LOCKED' });
        const waiting = subject.engine.openWriter({ wait: true });
        await first.close();
        await (await waiting).close();
      });
    });

    describe('a searcher that is held', () => {
      it('finds what it named, word for word, though it was replaced meanwhile', async () => {
        await write(put(RIVER));
        const reader = await openReader();
        const passages = await reader.withSearcher(async (searcher) => {
          const found = await searcher.candidates(byWords('mayor'));
          await write(put(madeUpArticle('river', 'Nothing is as it was.')));
          return searcher.passagesAt(found);
        });
        if (reader.isSnapshot) expect(passages[0]?.text).toBe('The mayor closed the bridge.');
        for (const passage of passages) {
          if (passage) expect(passage.article.text.slice(passage.start, passage.end)).toBe(passage.text);
        }
      });

      it('sees one version only, where the engine has snapshots', async () => {
        await write(put(RIVER));
        const reader = await openReader();
        if (!reader.isSnapshot) return;
        const look = async (searcher: Searcher) => [
          await searcher.countArticles(),
          (await searcher.wordCounts(['the'])).passagesWith[0],
        ];
        const before = await reader.withSearcher(async (searcher) => {
          const first = await look(searcher);
          await write(put(BREAD));
          return [first, await look(searcher)];
        });
        expect(before).toEqual([
          [1, 2],
          [1, 2],
        ]);
        expect(await reader.withSearcher(look)).toEqual([2, 3]);
      });

      it('shows the newest version soon, however many search at once', async () => {
        await write(put(RIVER));
        const reader = await openReader();
        let isDone = false;
        const keepSearching = async () => {
          while (!isDone)
            await reader.withSearcher((searcher) => pause(20).then(() => searcher.countArticles()));
        };
        const searching = [keepSearching(), pause(10).then(keepSearching)];
        await write(put(BREAD));
        await expect.poll(() => reader.withSearcher((searcher) => searcher.countArticles())).toBe(2);
        isDone = true;
        await Promise.all(searching);
      });
    });
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
