import { createHash } from 'node:crypto';
import type { Article } from './article.ts';

/** An article before its strings are made safe and its hash is taken. */
export type ArticleFields = Omit<Article, 'contentHash'>;

/**
 * Makes an article of what was read: every string becomes well-formed UTF-16 without NULs (each NUL and each lone
 * surrogate turns into U+FFFD, which keeps the length and so every offset), and the hash covers every field.
 */
export function makeArticle(fields: ArticleFields): Article {
  const safe = {
    key: wellFormed(fields.key),
    title: optional(fields.title),
    text: wellFormed(fields.text),
    source: optional(fields.source),
    authors: fields.authors.map(wellFormed),
    publishedAt: optional(fields.publishedAt),
    url: optional(fields.url),
    language: optional(fields.language),
  };
  return { ...safe, contentHash: hashOf(safe) };
}

/** NULs and lone surrogates become U+FFFD; everything else stays, and so does the length. */
export function wellFormed(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');
}

function optional(text: string | null): string | null {
  return text === null ? null : wellFormed(text);
}

function hashOf(fields: ArticleFields): string {
  const { key, title, text, source, authors, publishedAt, url, language } = fields;
  const canonical = JSON.stringify([key, title, text, source, authors, publishedAt, url, language]);
  return createHash('sha256').update(canonical).digest('hex');
}
