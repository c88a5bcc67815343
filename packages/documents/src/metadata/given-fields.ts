import type { ArticleFields } from '@footnote/core';
import { parseArticleDate } from './article-date.ts';
import { givenAuthors } from './author-names.ts';
import { languageTag } from './language-tag.ts';

/** What a JSONL line or front matter says about its article; null where it says nothing. */
interface GivenFields extends Omit<ArticleFields, 'key' | 'text'> {
  readonly id: string | null;
  readonly text: string | null;
}

export interface GivenFieldsReading {
  readonly fields: GivenFields;
  /** One for each field that was dropped because it is malformed. */
  readonly warnings: readonly string[];
}

type Parsed<T> = T | null | { readonly malformed: string };

/**
 * Reads the fields that Footnote knows from a record. Null, empty and unknown fields count as not given; a malformed
 * one is dropped with a warning, and the rest kept.
 */
export function readGivenFields(record: Readonly<Record<string, unknown>>): GivenFieldsReading {
  const warnings: string[] = [];
  const take = <T>(name: string, parse: (value: unknown) => Parsed<T>): T | null => {
    const value = Object.hasOwn(record, name) ? record[name] : null;
    if (value === null || value === undefined || (typeof value === 'string' && value.trim() === ''))
      return null;
    const parsed = parse(value);
    if (parsed !== null && typeof parsed === 'object' && 'malformed' in parsed) {
      warnings.push(`The field ${name} was dropped: ${parsed.malformed}.`);
      return null;
    }
    return parsed as T | null;
  };
  const fields: GivenFields = {
    id: take('id', parseId),
    text: take('text', parseText),
    title: take('title', parseString),
    source: take('source', parseString),
    authors: take('author', parseAuthors) ?? [],
    publishedAt: take('publishedAt', parseDate) ?? take('date', parseDate),
    url: take('url', parseUrl),
    language: take('language', parseLanguage),
  };
  return { fields, warnings };
}

function parseText(value: unknown): Parsed<string> {
  return typeof value === 'string' ? value : { malformed: 'it is not a text' };
}

function parseString(value: unknown): Parsed<string> {
  return typeof value === 'string' ? value.trim() : { malformed: 'it is not a text' };
}

function parseId(value: unknown): Parsed<string> {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return parseString(value);
}

function parseAuthors(value: unknown): Parsed<string[]> {
  const names: unknown[] = Array.isArray(value) ? value : [value];
  if (!names.every((name) => typeof name === 'string'))
    return { malformed: 'it is neither a name nor a list of names' };
  return names.length === 1 ? givenAuthors(names[0]!) : names.flatMap((name) => name.trim() || []);
}

/** The calendar day as it is written; a time and its zone do not move it. */
function parseDate(value: unknown): Parsed<string> {
  const day = typeof value === 'string' ? parseArticleDate(value.trim()) : null;
  return day ?? { malformed: `${JSON.stringify(value)} is not a date such as 2024-05-15` };
}

function parseUrl(value: unknown): Parsed<string> {
  const address = typeof value === 'string' ? value.trim() : '';
  if (URL.canParse(address) && /^https?:/i.test(address)) return address;
  return { malformed: `${JSON.stringify(value)} is not a web address` };
}

function parseLanguage(value: unknown): Parsed<string> {
  const tag = typeof value === 'string' ? languageTag(value) : null;
  return tag ?? { malformed: `${JSON.stringify(value)} is not a language tag such as en or pt-BR` };
}
