import { foldText } from '@footnote/core';
import type { ArticleFilter } from '@footnote/index';
import weaviate, { Filters, type FilterValue } from 'weaviate-client';
import { dayNumber } from '../storage/article-object.ts';

/** Whether no article can pass: a list that is empty passes none. */
export function passesNone(filter: ArticleFilter | undefined): boolean {
  return [filter?.sources, filter?.authors, filter?.languages].some((list) => list?.length === 0);
}

/** The filter as the cluster has it, over articles or passages; null when every article passes. */
export function articleFilters(filter: ArticleFilter | undefined): FilterValue | null {
  const { sources, authors, languages, publishedFrom, publishedTo } = filter ?? {};
  const by = (property: string) => weaviate.filter.byProperty(property);
  const anyOf = (property: string, values: readonly string[] | undefined) =>
    values ? [by(property).containsAny(values.map(foldText))] : [];
  return allOf([
    ...anyOf('source', sources),
    ...anyOf('authors', authors),
    ...anyOf('languages', languages),
    ...(publishedFrom === undefined ? [] : [by('publishedOn').greaterOrEqual(dayNumber(publishedFrom))]),
    ...(publishedTo === undefined ? [] : [by('publishedOn').lessOrEqual(dayNumber(publishedTo))]),
  ]);
}

/** All of the filters together; null when there is none. */
export function allOf(filters: readonly (FilterValue | null)[]): FilterValue | null {
  const given = filters.filter((filter) => filter !== null);
  return given.length > 1 ? Filters.and(...given) : (given[0] ?? null);
}
