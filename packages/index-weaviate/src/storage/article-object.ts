import { type Article, bandKeys, foldText, minHashSignature, type TextSpan } from '@footnote/core';
import { type ArticleOrigin, listedText, type NewArticle } from '@footnote/index';
import { indexDamaged } from '../cluster/cluster-errors.ts';
import { checksumOf } from './checksum.ts';
import type { FilterProperties } from './collections.ts';
import { listingOrder, searchableInList } from './listing-order.ts';
import { articleId } from './object-ids.ts';
import type { NewObject, StoredObject } from './object-store.ts';

/** An article as the index holds it, all but the vectors of its passages. */
export interface IndexedArticle extends ArticleOrigin {
  readonly article: Article;
  readonly chunkingVersion: number;
  readonly passages: readonly TextSpan[];
  readonly signature: Uint32Array;
}

type Fields = readonly [
  key: string,
  title: string | null,
  source: string | null,
  authors: readonly string[],
  publishedAt: string | null,
  url: string | null,
  language: string | null,
  contentHash: string,
  root: string,
  path: string,
  chunkingVersion: number,
];

/** What its fields, text, passages and signature are read from: all that an article is made of. */
export const ARTICLE_PARTS = ['fields', 'text', 'passages', 'signature', 'checksum'] as const;
/** The same without the text. */
export const ENTRY_PARTS = ['fields', 'contentHash', 'chunkingVersion'] as const;

/** Names what an article's passages are cut from and how: a passage of another version is no longer in it. */
export function articleVersion({
  article,
  chunkingVersion,
}: Pick<IndexedArticle, 'article' | 'chunkingVersion'>) {
  return `${article.contentHash} ${chunkingVersion}`;
}

export function indexedArticle({
  article,
  root,
  path,
  chunkingVersion,
  passages,
}: NewArticle): IndexedArticle {
  return { article, root, path, chunkingVersion, passages, signature: minHashSignature(article.text) };
}

export function articleObject(indexed: IndexedArticle): NewObject<'articles'> {
  const { article, chunkingVersion, signature } = indexed;
  const fields = JSON.stringify(fieldsOf(indexed));
  const passages = JSON.stringify(indexed.passages.map(({ start, end }) => [start, end]));
  const encoded = encodeSignature(signature);
  const year = article.publishedAt?.slice(0, 4);
  return {
    id: articleId(article.key),
    properties: {
      ...filterProperties(article),
      ...listingOrder(article),
      fields,
      text: article.text,
      passages,
      signature: encoded,
      checksum: checksumOf([fields, article.text, passages, encoded]),
      contentHash: article.contentHash,
      chunkingVersion,
      bands: [...new Set(bandKeys(signature))],
      listed: searchableInList(listedText(article)),
      ...(article.source !== null && { sourceSpelling: article.source }),
      authorSpellings: onePerPerson(article.authors),
      ...(year !== undefined && { year: Number(year) }),
    },
  };
}

/**
 * Trusts nothing of an object before its checksum fits.
 * @throws FootnoteError `INDEX_DAMAGED`
 */
export function readArticle({ properties }: StoredObject<'articles'>, location: string): IndexedArticle {
  const { fields, text, passages, signature, checksum } = properties;
  if (checksumOf([fields, text, passages, signature]) !== checksum) {
    throw indexDamaged(location, `the checksum of ${describe(fields)} does not match`);
  }
  const [key, title, source, authors, publishedAt, url, language, contentHash, root, path, chunkingVersion] =
    JSON.parse(fields) as Fields;
  return {
    article: { key, title, text, source, authors, publishedAt, url, language, contentHash },
    root,
    path,
    chunkingVersion,
    passages: (JSON.parse(passages) as [number, number][]).map(([start, end]) => ({ start, end })),
    signature: decodeSignature(signature),
  };
}

/** Of an object read without its text: where the article came from, and what it was made of. */
export function readEntry({ properties }: StoredObject<'articles'>) {
  const [key, , , , , , , contentHash, root, path, chunkingVersion] = JSON.parse(properties.fields) as Fields;
  return { key, contentHash, root, path, chunkingVersion };
}

/** What filters compare. */
export function filterProperties({ source, authors, language, publishedAt }: Article): FilterProperties {
  const tags = language === null ? [] : foldText(language).split('-');
  return {
    ...(source !== null && { source: foldText(source) }),
    authors: authors.map(foldText),
    languages: tags.map((_, index) => tags.slice(0, index + 1).join('-')),
    ...(publishedAt !== null && { publishedOn: dayNumber(publishedAt) }),
  };
}

/** A calendar date as the number YYYYMMDD. */
export function dayNumber(date: string): number {
  return Number(date.replaceAll('-', ''));
}

function fieldsOf({ article, root, path, chunkingVersion }: IndexedArticle): Fields {
  const { key, title, source, authors, publishedAt, url, language, contentHash } = article;
  return [key, title, source, authors, publishedAt, url, language, contentHash, root, path, chunkingVersion];
}

/** Facets count an article once for each person, however it spells them. */
function onePerPerson(authors: readonly string[]): string[] {
  const names = new Map<string, string>();
  for (const name of authors) {
    const person = name.normalize('NFC').toLowerCase();
    if (!names.has(person)) names.set(person, name);
  }
  return [...names.values()];
}

function encodeSignature(numbers: Uint32Array): string {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((value, index) => {
    bytes.writeUInt32LE(value, index * 4);
  });
  return bytes.toString('base64');
}

export function decodeSignature(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64');
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4));
}

function describe(fields: string): string {
  try {
    return `the article "${(JSON.parse(fields) as Fields)[0]}"`;
  } catch {
    return 'an article';
  }
}
