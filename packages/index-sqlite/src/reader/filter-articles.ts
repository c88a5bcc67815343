import { foldText } from '@footnote/core';
import type { ArticleFilter } from '@footnote/index';
import type { ArticleRow } from '../storage/article-rows.ts';

type FilteredFields = Pick<ArticleRow, 'source' | 'authors' | 'publishedAt' | 'language'>;

/** A test for the articles that pass the filter; null when every article does. */
export function articlePredicate(
  filter: ArticleFilter | undefined,
): ((row: FilteredFields) => boolean) | null {
  const sources = filter?.sources && new Set(filter.sources.map(foldText));
  const authors = filter?.authors && new Set(filter.authors.map(foldText));
  const languages = filter?.languages?.map(foldText);
  const from = filter?.publishedFrom;
  const to = filter?.publishedTo;
  if (!sources && !authors && !languages && from === undefined && to === undefined) return null;
  return (row) =>
    (!sources || (row.source !== null && sources.has(foldText(row.source)))) &&
    (!authors || row.authors.some((author) => authors.has(foldText(author)))) &&
    (!languages || passesLanguage(languages, row.language)) &&
    (from === undefined || (row.publishedAt !== null && row.publishedAt >= from)) &&
    (to === undefined || (row.publishedAt !== null && row.publishedAt <= to));
}

/** Basic filtering of RFC 4647: a range passes the tags that it is, or that continue it after a hyphen. */
function passesLanguage(ranges: readonly string[], language: string | null): boolean {
  if (language === null) return false;
  const tag = foldText(language);
  return ranges.some((range) => tag === range || tag.startsWith(`${range}-`));
}
