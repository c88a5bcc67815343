import { FootnoteError, makeArticle, searchTermsVersion } from '@footnote/core';
import {
  type IndexProblem,
  type ProblemCode,
  passagesFault,
  type Verification,
  vectorFault,
} from '@footnote/index';
import { indexNotFound } from '../cluster/cluster-errors.ts';
import {
  ARTICLE_PARTS,
  articleVersion,
  type IndexedArticle,
  readArticle,
} from '../storage/article-object.ts';
import { vectorChecksum } from '../storage/checksum.ts';
import { type Manifest, readManifest } from '../storage/manifest.ts';
import { passageId } from '../storage/object-ids.ts';
import type { ObjectStore, StoredObject } from '../storage/object-store.ts';
import { passageChecksum } from '../storage/passage-object.ts';
import { Records } from '../storage/records.ts';
import { searchText } from '../storage/search-text.ts';
import type { WriterRecord } from '../writer/writer-claim.ts';

/** More are not listed: an index with that many is not looked at one by one. */
const MOST_PROBLEMS = 100;
/** Articles that are read at once. */
const PAGE = 64;
/** Of so many passages the vector of one is read: vectors are most of what there is. */
const VECTORS_EVERY = 20;

type Report = (code: ProblemCode, message: string) => void;

/**
 * Checks every article by its checksum, hash and offsets; every passage by its checksum and against the text it is of;
 * the vectors of one passage in twenty; and that no other passages are counted. Of articles that a writer has in hand, or
 * had when it was killed, passages are not looked at: the next writer settles them.
 * @throws FootnoteError `INDEX_NOT_FOUND`, `INDEX_UNREACHABLE`
 */
export async function verifyCollections(store: ObjectStore): Promise<Verification> {
  const problems: IndexProblem[] = [];
  const report: Report = (code, message) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ code, message });
  };
  const records = new Records(store);
  const manifest = await manifestOf(records, { store, report });
  if (manifest) await verifyArticles(store, { records, manifest, report });
  return { ok: problems.length === 0, problems };
}

async function manifestOf(
  records: Records,
  { store, report }: { store: ObjectStore; report: Report },
): Promise<Manifest | null> {
  const { location } = store.cluster;
  try {
    const manifest = await readManifest(records, location);
    if (!manifest) throw indexNotFound(location);
    return manifest;
  } catch (error) {
    if (!(error instanceof FootnoteError)) throw error;
    if (error.code === 'INDEX_DAMAGED') report('MANIFEST', error.message);
    else if (error.code === 'INDEX_FORMAT_TOO_NEW') report('FORMAT_TOO_NEW', error.message);
    else throw error;
    return null;
  }
}

interface Context {
  readonly records: Records;
  readonly manifest: Manifest;
  readonly report: Report;
}

async function verifyArticles(store: ObjectStore, { records, manifest, report }: Context): Promise<void> {
  const inHand = await keysInHand(records);
  let passages = 0;
  let after = '';
  for (;;) {
    const page = await store.fetch('articles', { limit: PAGE, after, properties: ARTICLE_PARTS });
    const articles = page.flatMap((object) => verifyArticle(object, { store, report }));
    passages += articles.reduce((sum, indexed) => sum + indexed.passages.length, 0);
    const settled = articles.filter(({ article }) => !inHand.has(article.key));
    await verifyPassages(store, settled, { manifest, report });
    if (page.length < PAGE) break;
    after = page.at(-1)!.id;
  }
  const counted = await store.count('passages');
  if (counted !== passages && inHand.size === 0) {
    report('MISSING', `There are ${counted} passages, and the articles have ${passages}.`);
  }
}

async function keysInHand(records: Records): Promise<ReadonlySet<string>> {
  const writers = await records.all<WriterRecord>('writer');
  return new Set(writers.flatMap(({ inHand }) => inHand.map(({ key }) => key)));
}

/** The article, unless it cannot be read. */
function verifyArticle(
  object: StoredObject<'articles'>,
  { store, report }: { store: ObjectStore; report: Report },
): IndexedArticle[] {
  let indexed: IndexedArticle;
  try {
    indexed = readArticle(object, store.cluster.location);
  } catch (error) {
    if (!(error instanceof FootnoteError)) throw error;
    report('CHECKSUM', error.message);
    return [];
  }
  const { article, passages } = indexed;
  if (makeArticle(article).contentHash !== article.contentHash) {
    report('CHECKSUM', `"${article.key}" is not the article that its hash was taken of.`);
  }
  const fault = passagesFault(passages, article.text);
  if (fault) report('OFFSETS', `Of "${article.key}", ${fault}.`);
  return [indexed];
}

async function verifyPassages(
  store: ObjectStore,
  articles: readonly IndexedArticle[],
  { manifest, report }: Pick<Context, 'manifest' | 'report'>,
): Promise<void> {
  const places = articles.flatMap((indexed) => {
    const { key } = indexed.article;
    return indexed.passages.map((span) => ({
      indexed,
      span,
      id: passageId({ articleKey: key, start: span.start }),
    }));
  });
  const ids = places.map(({ id }) => id);
  const sampled = ids.filter((_, index) => index % VECTORS_EVERY === 0);
  const [found, withVectors] = await Promise.all([
    store.byIds('passages', ids),
    store.byIds('passages', sampled, { withVector: true, properties: ['articleKey', 'vectorChecksum'] }),
  ]);
  for (const { indexed, span, id } of places) {
    const { key, text } = indexed.article;
    const properties = found.get(id)?.properties;
    const isOfArticle = properties?.version === articleVersion(indexed) && properties.end === span.end;
    if (!properties || !isOfArticle) {
      report('MISSING', `The passage of "${key}" at ${span.start} is not there, or is of another version.`);
    } else if (passageChecksum(properties) !== properties.checksum) {
      report('CHECKSUM', `The passage of "${key}" at ${span.start} has a wrong checksum.`);
    } else if (
      // Of another version the words cannot be compared.
      manifest.searchTerms === searchTermsVersion() &&
      properties.stems !== searchText(indexed.article, text.slice(span.start, span.end))
    ) {
      report('LEXICAL', `The passage of "${key}" at ${span.start} is found by other words than it has.`);
    }
  }
  for (const { properties, vector } of withVectors.values()) {
    const { dimensions } = manifest.model;
    if (!vector || vector.length !== dimensions) {
      report(
        'DIMENSIONS',
        `A passage of "${properties.articleKey}" has no vector of ${dimensions} dimensions.`,
      );
    } else if (
      vectorChecksum(vector) !== properties.vectorChecksum ||
      vectorFault(vector, { count: 1, dimensions })
    ) {
      report(
        'VECTOR',
        `The vector of a passage of "${properties.articleKey}" is not the one that was written.`,
      );
    }
  }
}
