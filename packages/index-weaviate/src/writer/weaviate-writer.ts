import { searchTermsVersion } from '@footnote/core';
import type {
  ArticleOrigin,
  IndexChange,
  IndexEntry,
  IndexWriter,
  NewArticle,
  Share,
  SourceFileRecord,
} from '@footnote/index';
import {
  ARTICLE_PARTS,
  articleObject,
  articleVersion,
  ENTRY_PARTS,
  type IndexedArticle,
  indexedArticle,
  readArticle,
  readEntry,
} from '../storage/article-object.ts';
import { writeCalibration } from '../storage/calibration-record.ts';
import type { Manifest } from '../storage/manifest.ts';
import { articleId, isInShare, passageId, shareRange } from '../storage/object-ids.ts';
import type { ObjectStore } from '../storage/object-store.ts';
import { passageObjects } from '../storage/passage-object.ts';
import type { Records } from '../storage/records.ts';
import type { SourceFileRecords } from '../storage/source-file-records.ts';
import { pairNearDuplicates, unpair } from './near-duplicates.ts';
import type { ArticlesInHand, WriterClaim } from './writer-claim.ts';

/** Entries that are read at once. */
const ENTRIES = 2000;
/** Articles that are settled at once. */
const SETTLED = 32;

export interface WriterParts {
  readonly store: ObjectStore;
  readonly records: Records;
  readonly files: SourceFileRecords;
  readonly claim: WriterClaim;
  readonly manifest: Manifest;
  readonly share: Share | undefined;
}

/**
 * Writes one index, or a share of it. A cluster has no transactions: an article is its one object, which names its passages,
 * so that it changes in one step. Its passages go in before that, those that it no longer has are taken out after it, and
 * what is in hand is noted first: whoever writes next settles what a killed run left.
 */
export class WeaviateWriter implements IndexWriter {
  readonly #parts: WriterParts;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  async entries(keys?: readonly string[]): Promise<readonly IndexEntry[]> {
    if (!keys) return this.#allEntries();
    const ids = keys.filter((key) => this.takes(key)).map(articleId);
    const objects = await this.#parts.store.byIds('articles', ids, { properties: ENTRY_PARTS });
    return [...objects.values()].map(readEntry);
  }

  takes(key: string): boolean {
    return isInShare(key, this.#parts.share);
  }

  isIndexed(record: SourceFileRecord): Promise<boolean> {
    return this.#parts.files.has(record);
  }

  async apply(changes: readonly IndexChange[]): Promise<void> {
    for (const group of groups(changes)) {
      if (group.kind === 'put') await this.#put(group.articles);
      else await this.#change(group);
    }
  }

  async counts(): Promise<{ readonly articles: number; readonly passages: number }> {
    const { store } = this.#parts;
    const [articles, passages] = await Promise.all([store.count('articles'), store.count('passages')]);
    return { articles, passages };
  }

  /** The cluster links vectors as they come. */
  async finish(): Promise<string | null> {
    const { manifest, store } = this.#parts;
    if (manifest.searchTerms === searchTermsVersion()) return null;
    return `The words of ${store.cluster.location} were made by version ${manifest.searchTerms} of their rules, and this machine has ${searchTermsVersion()}: what it indexes may be found by other words. Use the Node.js of the other machines, or index everything under another name.`;
  }

  async close(): Promise<void> {
    try {
      await this.#parts.claim.release();
    } finally {
      await this.#parts.store.cluster.close();
    }
  }

  /**
   * Brings passages and pairs in line with the articles that a killed run had in hand. An article some of whose passages
   * are of another version, or missing, is to be indexed again: nothing that was noted of it or its file counts.
   */
  async settle(inHand: ArticlesInHand): Promise<void> {
    const { store, files } = this.#parts;
    const own = inHand.filter(({ key }) => this.takes(key));
    for (let from = 0; from < own.length; from += SETTLED) {
      const some = own.slice(from, from + SETTLED);
      const articles = await this.#read(some.map(({ key }) => key));
      await this.#removeStale(some, articles);
      await pairNearDuplicates(store, [...articles.values()]);
      await unpair(
        store,
        some.map(({ key }) => key).filter((key) => !articles.has(key)),
      );
      for (const indexed of articles.values()) {
        if (await this.#isWhole(indexed)) continue;
        await files.forget(indexed.path);
        await store.put('articles', [articleObject({ ...indexed, chunkingVersion: 0 })]);
      }
    }
  }

  async #put(added: readonly NewArticle[]): Promise<void> {
    const { store, files, claim } = this.#parts;
    const before = await this.#read(added.map(({ article }) => article.key));
    const indexed = added.map(indexedArticle);
    const inHand = added.map(({ article: { key }, passages }) => ({
      key,
      starts: [...new Set([...passages, ...(before.get(key)?.passages ?? [])].map(({ start }) => start))],
    }));
    await claim.takeInHand(inHand);
    await store.put('passages', added.flatMap(passageObjects));
    await store.put('articles', indexed.map(articleObject));
    await this.#removeStale(inHand, new Map(indexed.map((one) => [one.article.key, one])));
    await pairNearDuplicates(store, indexed);
    for (const { article, path } of added) {
      const earlier = before.get(article.key);
      if (earlier && earlier.path !== path) await files.forget(earlier.path);
    }
    claim.putDown();
  }

  async #change(change: Exclude<IndexChange, { kind: 'put' }>): Promise<void> {
    const { files } = this.#parts;
    if (change.kind === 'saveFile') await files.save(change.file);
    else if (change.kind === 'forgetFile') await files.forget(change.path);
    else if (change.kind === 'calibrate') await writeCalibration(this.#parts.records, change.calibration);
    else if (change.kind === 'remove') await this.#remove(change.key);
    else await this.#move(change.key, change.to);
  }

  async #remove(key: string): Promise<void> {
    const { store, files, claim } = this.#parts;
    const before = (await this.#read([key])).get(key);
    if (!before) return;
    const inHand = [{ key, starts: before.passages.map(({ start }) => start) }];
    await claim.takeInHand(inHand);
    await files.forget(before.path);
    await store.delete('articles', [articleId(key)]);
    await this.#removeStale(inHand, new Map());
    await unpair(store, [key]);
    claim.putDown();
  }

  async #move(key: string, to: ArticleOrigin): Promise<void> {
    const { store, files } = this.#parts;
    const before = (await this.#read([key])).get(key);
    if (!before) throw new RangeError(`The index holds no article "${key}".`);
    await store.put('articles', [articleObject({ ...before, ...to })]);
    if (before.path !== to.path) await files.forget(before.path);
  }

  /** Takes out the passages at these places that their articles do not have. */
  async #removeStale(inHand: ArticlesInHand, articles: ReadonlyMap<string, IndexedArticle>): Promise<void> {
    const stale = inHand.flatMap(({ key, starts }) => {
      const kept = new Set(articles.get(key)?.passages.map(({ start }) => start));
      return starts.filter((start) => !kept.has(start)).map((start) => passageId({ articleKey: key, start }));
    });
    await this.#parts.store.delete('passages', stale);
  }

  async #isWhole(indexed: IndexedArticle): Promise<boolean> {
    const { article, passages } = indexed;
    const ids = passages.map(({ start }) => passageId({ articleKey: article.key, start }));
    const found = await this.#parts.store.byIds('passages', ids, { properties: ['version', 'end'] });
    return passages.every(({ end }, ordinal) => {
      const passage = found.get(ids[ordinal]!);
      return passage?.properties.version === articleVersion(indexed) && passage.properties.end === end;
    });
  }

  async #read(keys: readonly string[]): Promise<Map<string, IndexedArticle>> {
    const { store } = this.#parts;
    const objects = await store.byIds('articles', keys.map(articleId), { properties: ARTICLE_PARTS });
    const articles = [...objects.values()].map((object) => readArticle(object, store.cluster.location));
    return new Map(articles.map((indexed) => [indexed.article.key, indexed]));
  }

  async #allEntries(): Promise<IndexEntry[]> {
    const { store, share } = this.#parts;
    const { from, to } = share ? shareRange(share) : { from: undefined, to: null };
    const entries: IndexEntry[] = [];
    let after = from;
    for (;;) {
      const page = await store.fetch('articles', {
        limit: ENTRIES,
        after: after ?? '',
        properties: ENTRY_PARTS,
      });
      const own = to === null ? page : page.filter(({ id }) => id < to);
      for (const object of own) entries.push(readEntry(object));
      if (own.length < ENTRIES) return entries;
      after = own.at(-1)!.id;
    }
  }
}

type Group =
  | { readonly kind: 'put'; readonly articles: NewArticle[] }
  | Exclude<IndexChange, { kind: 'put' }>;

/** The changes in order, articles that are put one after the other together, each key once. */
function groups(changes: readonly IndexChange[]): Group[] {
  const all: Group[] = [];
  for (const change of changes) {
    const last = all.at(-1);
    if (change.kind !== 'put') all.push(change);
    else if (
      last?.kind === 'put' &&
      !last.articles.some(({ article }) => article.key === change.article.article.key)
    ) {
      last.articles.push(change.article);
    } else all.push({ kind: 'put', articles: [change.article] });
  }
  return all;
}
