import { articlePath, keyOfPath } from '../article/article-path.ts';
import type { TextSpan } from '../text/text-span.ts';
import { type Filter, NO_FILTER, readFilter, writeFilter } from './filter.ts';
import { sitePath } from './site-path.ts';

/** What an address says of the place in an article: the offsets as they came, read against the text later. */
export interface SourcePlace {
  readonly key: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly answerStart: string | null;
  readonly answerEnd: string | null;
}

/** Where the reader is: all that a reload, a shared link, Back and Forward need. */
export interface Place {
  /** The kept conversation; null before it has begun. */
  readonly conversation: string | null;
  /** Its last question as it can be asked by itself, for a browser that does not keep the conversation. */
  readonly question: string | null;
  readonly filter: Filter;
  /** The article beside the conversation, if any. */
  readonly source: SourcePlace | null;
}

export const HOME: Place = { conversation: null, question: null, filter: NO_FILTER, source: null };

export function readPlace(pathname: string, parameters: URLSearchParams): Place {
  return {
    conversation: parameters.get('c') || null,
    question: parameters.get('q')?.trim() || null,
    filter: readFilter(parameters),
    source: readSource(pathname, parameters),
  };
}

/** The address of a place: the conversation's is `/`, that of a source the article's own path. */
export function placeHref({ conversation, question, filter, source }: Place): string {
  const parameters = new URLSearchParams();
  for (const name of OFFSETS) {
    const value = source?.[name] ?? null;
    if (value !== null) parameters.set(name, value);
  }
  if (question !== null) parameters.set('q', question);
  writeFilter(filter, parameters);
  if (conversation !== null) parameters.set('c', conversation);
  const path = source === null ? sitePath('/') : articlePath(source.key);
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

/** A quote in an article, or an article as a whole. */
export interface QuotePlace {
  readonly key: string;
  readonly quote: TextSpan | null;
  /** The words of the quote that answer. */
  readonly answer?: TextSpan | null | undefined;
}

export function sourcePlace({ key, quote, answer }: QuotePlace): SourcePlace {
  return {
    key,
    start: quote === null ? null : String(quote.start),
    end: quote === null ? null : String(quote.end),
    answerStart: answer ? String(answer.start) : null,
    answerEnd: answer ? String(answer.end) : null,
  };
}

/** The address of a quote in its article, without a conversation beside it. */
export function quoteHref(place: QuotePlace): string {
  return placeHref({ ...HOME, source: sourcePlace(place) });
}

const OFFSETS = ['start', 'end', 'answerStart', 'answerEnd'] as const;

function readSource(pathname: string, parameters: URLSearchParams): SourcePlace | null {
  const segments = /^\/article\/(.+)$/.exec(pathname)?.[1]?.split('/');
  const key = segments === undefined ? null : keyOfPath(segments);
  if (key === null) {
    return null;
  }
  const [start, end, answerStart, answerEnd] = OFFSETS.map((name) => parameters.get(name));
  return {
    key,
    start: start ?? null,
    end: end ?? null,
    answerStart: answerStart ?? null,
    answerEnd: answerEnd ?? null,
  };
}
