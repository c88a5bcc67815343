import { decodeHTMLStrict } from 'entities';
import type { PageDocument } from '../dom.ts';

export type JsonLdNode = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE = /(?:Article|Posting|Report|Review|Recipe|CreativeWork|NewsItem)$/;

/**
 * What a page's JSON-LD says of its article: the first node of an article's type, news articles first.
 * Scripts that are not valid JSON are passed over: the page's other statements stand in for them.
 */
export function readArticleJsonLd(document: PageDocument): JsonLdNode | null {
  const nodes: JsonLdNode[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
    collectNodes(parseLeniently(script.textContent ?? ''), nodes);
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  const described = articles.filter((node) => node.headline || node.datePublished || node.articleBody);
  return (
    described.find((node) => typesOf(node).some((type) => type.endsWith('Article'))) ?? described[0] ?? null
  );
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

function typesOf(node: JsonLdNode): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string');
}

/** A property's text, HTML entities and tags in it resolved; null when it holds none. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = decodeHTMLStrict(value.replace(/<\/?[a-z][^>]*>/gi, ' '))
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? null : text;
}
