import type { NoAnswer } from '@footnote/engine';

/** More sources than this are counted rather than named: an archive may have hundreds. */
const SOURCES_NAMED = 5;

/** What there is to ask, as a person reads it. */
export function collectionLines(collection: NonNullable<NoAnswer['collection']>): string[] {
  const { articles, publishedFrom, publishedTo, sources } = collection;
  const dates = publishedFrom === null ? '' : `, published from ${publishedFrom} to ${publishedTo}`;
  const holds = `The index holds ${articles} ${articles === 1 ? 'article' : 'articles'}${dates}.`;
  if (sources.length === 0) return [holds];
  const rest = sources.length - SOURCES_NAMED;
  const named = sources.slice(0, SOURCES_NAMED).map((source) => `  ${source}`);
  return [holds, 'Its sources:', ...named, ...(rest > 0 ? [`  and ${rest} more`] : [])];
}
