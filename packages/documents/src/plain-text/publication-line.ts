import {
  givenAuthors,
  isByline,
  parseArticleDate,
  parseAuthorNames,
  publishedPart,
} from '../metadata/index.ts';
import { FULL_DATE } from '../metadata/written-date.ts';

/** What a line at the top of a page says about the article. */
export interface PublicationFacts {
  readonly publishedAt?: string;
  readonly source?: string;
  readonly authors?: readonly string[];
  readonly title?: string;
  readonly url?: string;
}

const EVERY_DATE = new RegExp(FULL_DATE.source, 'giu');
const TIME = /\b\d{1,2}:\d{2}(?::\d{2})?\b\s*(?:[ap]\.?m\.?)?/gi;
const ZONE =
  /\b(?:GMT|UTC|[ECMP][SD]T|CET|CEST|BST|IST|MSK|Beijing Time|local time)\b(?:\s*[+-]\d{1,2}(?::?\d{2})?)?/gi;
const LABEL =
  /\b(?:last updated|updated|modified|edited|(?:first |originally )?published|publication date|posted|date|created|issued|on|at)\b\s*[:：]?/gi;
const WEEKDAY = /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b[.,]?/gi;
const READING_TIME = /^\d+[ -]min(?:ute)?s?(?: read)?$/i;

/** Where a byline follows a date without a bar between them: `Posted on 15 May 2024 by Ada Moss`. */
const DATE_BEFORE_BYLINE = /(?<=\d)[.,]? (?=[Bb]y \p{Lu})/u;
/** The same the other way round: `By Ada Moss, 15 May 2024`. */
const BYLINE_BEFORE_DATE = new RegExp(`(?<=^by [^,|•·\\d]+),? (?=${FULL_DATE.source})`, 'i');

/** Longer lines are text. */
const MOST_CHARACTERS = 300;

/**
 * A line for the date's or the author's sake, with at most a time, labels and a short name beside it:
 * `(Xinhua) 11:02, May 15, 2024`, `World | By Ada Moss | 15 May 2024`, `Harbour Post, 15 May 2024. By Ada Moss`.
 * The source is what stands in brackets.
 */
export function readPublicationLine(line: string): PublicationFacts | null {
  if (line.length > MOST_CHARACTERS) return null;
  const parted = line.replace(DATE_BEFORE_BYLINE, ' | ').replace(BYLINE_BEFORE_DATE, ' | ');
  const segments = parted.split(/ ?[|•·] ?/).filter((segment) => segment !== '');
  const read = segments.map((segment) => readDated(segment) ?? readByline(segment));
  const others = segments.filter((_, at) => read[at] === null);
  const saysAnything = others.length < segments.length;
  if (!saysAnything || !others.every((other) => READING_TIME.test(other) || isShortName(other))) return null;
  return Object.assign({}, ...read.toReversed());
}

/** `By Ada Moss and Bo Lind, Harbour Post`, and nothing else, for a sentence may begin with "by" too. */
function readByline(segment: string): PublicationFacts | null {
  return isByline(segment) ? { authors: parseAuthorNames(segment) } : null;
}

function readDated(segment: string): PublicationFacts | null {
  if (!FULL_DATE.test(segment)) return null;
  const date = FULL_DATE.exec(publishedPart(segment) ?? '');
  const publishedAt = date === null ? null : parseArticleDate(date[0]);
  const source = /\(([^()]{2,40})\)/.exec(segment)?.[1];
  const rest = [EVERY_DATE, TIME, ZONE, LABEL, WEEKDAY, /\([^()]*\)/g, /[\s,;:()[\]/–—-]+/g]
    .reduce((left, pattern) => left.replace(pattern, ' '), segment)
    .trim();
  if (rest !== '' && !isShortName(rest)) return null;
  // A line about a change alone is a publication line too, and says nothing of the day.
  if (publishedAt === null) return date === null ? {} : null;
  return source === undefined ? { publishedAt } : { publishedAt, source };
}

/** At most four words, as of a paper, a place or a section. */
function isShortName(words: string): boolean {
  const parts = words.trim().split(' ');
  return parts.length <= 4 && parts.every((word) => /^(?:\p{Lu}[\p{L}.'’&\d]*|of|and|the|&)$/u.test(word));
}

export interface GluedDate {
  readonly publishedAt: string;
  /** Where in the line what follows the date begins. */
  readonly rest: number;
}

/** A date that runs into a headline: ` date 2024-10-23 Mayor says …`. What follows begins a text of its own. */
export function readGluedDate(line: string): GluedDate | null {
  const label = /^\s*(?:(?:published|posted|date)(?: on| at)?\s*[:：]?\s*)?/i.exec(line)?.[0] ?? '';
  const after = line.slice(label.length, MOST_CHARACTERS);
  const date = FULL_DATE.exec(after);
  if (date === null || date.index !== 0) return null;
  const separator = /^(?:\s*[|–—:-])?\s+/.exec(after.slice(date[0].length))?.[0];
  const publishedAt = parseArticleDate(date[0]);
  if (separator === undefined || publishedAt === null) return null;
  const rest = label.length + date[0].length + separator.length;
  return /^["'“‘]?[\p{Lu}\p{Lo}\d]/u.test(line.slice(rest)) ? { publishedAt, rest } : null;
}

const HEADER_FIELD =
  /^(title|headline|authors?|byline|date|published(?: on| at)?|publication date|source|publisher|url|link)\s*[:：]\s+(\S.*)$/i;

/** `Author: Ada Moss`, as exports of archives have it. */
export function readHeaderField(line: string): PublicationFacts | null {
  const match = HEADER_FIELD.exec(line.trim());
  if (match === null) return null;
  const name = match[1]!.toLowerCase();
  const value = match[2]!.trim();
  if (name === 'title' || name === 'headline') return { title: value };
  if (name.startsWith('author') || name === 'byline') return { authors: givenAuthors(value) };
  if (name === 'source' || name === 'publisher') return { source: value };
  if (name === 'url' || name === 'link') return URL.canParse(value) ? { url: value } : null;
  const publishedAt = parseArticleDate(value);
  return publishedAt === null ? null : { publishedAt };
}
