import { decodeHTMLStrict } from 'entities';
import type { PageDocument } from '../dom.ts';
import { sharedWords } from './site-name.ts';

export type JsonLdNode = Readonly<Record<string, unknown>>;

/** What tells which of several stories in JSON-LD is the page's own. */
export interface PageIdentity {
  /** What the page shows and declares as its headline. */
  readonly titles: readonly string[];
  readonly url: string | null;
}

const ARTICLE_TYPE = /(?:Article|Posting|Report|Review|Recipe|CreativeWork|NewsItem)$/;

/** Below this share of words in common two headlines are those of two stories. */
const FEWEST_SHARED = 0.34;

/**
 * What a page's JSON-LD says of its article: the node of an article's type whose address or headline is the page's own,
 * its references by `@id` followed. Scripts that are not valid JSON are passed over: the page's other statements stand in
 * for them.
 */
export function readArticleJsonLd(document: PageDocument, page: PageIdentity): JsonLdNode | null {
  const nodes: JsonLdNode[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
    collectNodes(parseLeniently(script.textContent ?? ''), nodes);
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  const described = articles.filter((node) => node.headline || node.datePublished || node.articleBody);
  const ranked = described
    .map((node) => ({
      node,
      fit: fitOf(node, page),
      isNews: typesOf(node).some((type) => type.endsWith('Article')),
    }))
    .filter(({ fit }) => fit !== null)
    .sort((a, b) => b.fit! - a.fit! || Number(b.isNews) - Number(a.isNews));
  return ranked[0] === undefined ? null : withReferences(ranked[0].node, nodes);
}

/** How well a story fits the page, 0 to 3; null for another page's story. */
function fitOf(node: JsonLdNode, { titles, url }: PageIdentity): number | null {
  const addresses = [node.url, node['@id'], idOf(node.mainEntityOfPage), node.mainEntityOfPage].map(
    addressKey,
  );
  const isHere = url !== null && addresses.includes(addressKey(url));
  const headline = textOf(node.headline) ?? textOf(node.name);
  if (headline === null || titles.length === 0) return isHere ? 2 : 0;
  const shared = Math.max(...titles.map((title) => sharedWords(headline, title)));
  return shared < FEWEST_SHARED && !isHere ? null : shared + (isHere ? 2 : 0);
}

function addressKey(address: unknown): string | null {
  if (typeof address !== 'string' || !/^https?:/i.test(address)) return null;
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.|m\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/(?:amp\/?)?$/, '');
}

const REFERRING = ['author', 'creator', 'publisher', 'mainEntityOfPage'] as const;

/** A node's `{"@id": …}` replaced by what the page says of that id elsewhere. */
function withReferences(node: JsonLdNode, nodes: readonly JsonLdNode[]): JsonLdNode {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    const id = typeof value === 'string' ? value : idOf(value);
    if (id === null || (typeof value === 'object' && Object.keys(value as object).length > 1)) return value;
    const described = nodes.find((one) => one['@id'] === id && Object.keys(one).length > 1);
    return described ?? value;
  };
  const resolved = REFERRING.filter((name) => name in node).map((name) => [name, resolve(node[name])]);
  return { ...node, ...Object.fromEntries(resolved) };
}

export function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null ? (value as JsonLdNode)['@id'] : null;
  return typeof id === 'string' ? id : null;
}

/** JSON as pages write it: wrapped in CDATA or comments, with raw control characters inside strings. */
function parseLeniently(source: string): unknown {
  const json = source
    .replace(/^\s*(?:\/\/)?\s*(?:<!\[CDATA\[|<!--)/, '')
    .replace(/(?:\/\/)?\s*(?:\]\]>|-->)\s*$/, '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .replace(/;$/, '');
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** All objects below a value, in document order; iterative, since a page may nest as deep as it likes. */
function collectNodes(value: unknown, nodes: JsonLdNode[]): void {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) nodes.push(next as JsonLdNode);
    waiting.push(...Object.values(next).reverse());
  }
}

export function typesOf(node: JsonLdNode): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string');
}

/** A property's text, HTML entities and tags in it resolved, places to break words left out; null when it holds none. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = decodeHTMLStrict(value.replace(/<\/?[a-z][^>]*>/gi, ' '))
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? null : text;
}
