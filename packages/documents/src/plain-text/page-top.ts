import { TITLE_BAR, withoutSiteName } from '../metadata/index.ts';
import { neighbour } from '../phrases/line-shape.ts';
import { letters, wordCount } from '../phrases/words.ts';
import { readDateline } from './dateline.ts';
import { isHeadline, maySayMore } from './headline.ts';
import {
  type PublicationFacts,
  readGluedDate,
  readHeaderField,
  readPublicationLine,
} from './publication-line.ts';
import type { LineSpan } from './rules/cleaning-rule.ts';

/** What the first lines of a page say about its article, and where: those stretches are no part of its text. */
export interface PageTop {
  readonly title: string | null;
  readonly source: string | null;
  readonly authors: readonly string[];
  readonly publishedAt: string | null;
  readonly url: string | null;
  /** True when the headline was not cut, for it may be the text's first sentence. */
  readonly titleStaysInText: boolean;
  readonly spans: readonly (LineSpan & { readonly rule: string })[];
}

/** Headline, standfirst, byline, date and the like stand within this many lines. */
const TOP_LINES = 8;

/** A dateline stands within this many lines of the first. */
const DATELINE_LINES = 12;

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/**
 * Reads the top of a page. Header fields and a line of publication are trusted before a date glued to the headline,
 * that before a dateline.
 *
 * @param headline the headline where it is known; else the first line that reads as one
 */
export function readPageTop(lines: readonly string[], headline: string | null): PageTop {
  const facts: Mutable<PublicationFacts> = {};
  const spans: (LineSpan & { rule: string })[] = [];
  let gluedDate: string | null = null;
  let sawText = false;
  let staysInText = false;
  let index = neighbour(lines, -1, 1);
  for (let count = 0; index >= 0 && count < TOP_LINES; count += 1, index = neighbour(lines, index, 1)) {
    const line = lines[index]!;
    const whole = { line: index, start: 0, end: line.length };
    const read = readLineAbout(line, sawText);
    if (read !== null) {
      adopt(facts, read.facts);
      spans.push({ ...whole, rule: read.rule });
      continue;
    }
    const glued = sawText ? null : readGluedDate(line);
    const start = glued?.rest ?? 0;
    const isTitle =
      facts.title === undefined &&
      (headline === null
        ? !sawText && isHeadline(rewrite(lines, index, start), index)
        : letters(line.slice(start)) === letters(headline));
    if (glued !== null && isTitle) {
      gluedDate ??= glued.publishedAt;
      spans.push({ line: index, start: 0, end: start, rule: 'glued-date' });
    }
    if (isTitle) {
      facts.title = withoutSiteName(line.slice(start).trim(), { site: null, separator: TITLE_BAR });
      staysInText = headline === null && maySayMore(facts.title);
      if (!staysInText) spans.push({ line: index, start, end: line.length, rule: 'headline' });
    } else {
      sawText ||= wordCount(line) > 5;
    }
  }
  const dateline = findDateline(lines);
  return {
    title: facts.title ?? null,
    source: facts.source ?? dateline?.source ?? null,
    authors: facts.authors ?? [],
    publishedAt: facts.publishedAt ?? gluedDate ?? dateline?.publishedAt ?? null,
    url: facts.url ?? null,
    titleStaysInText: staysInText,
    spans,
  };
}

function readLineAbout(line: string, sawText: boolean): { rule: string; facts: PublicationFacts } | null {
  const header = sawText ? null : readHeaderField(line);
  if (header !== null) return { rule: 'header-field', facts: header };
  const facts = readPublicationLine(line.trim());
  return facts === null ? null : { rule: 'publication-line', facts };
}

/** What was said first holds. */
function adopt(facts: Mutable<PublicationFacts>, more: PublicationFacts): void {
  Object.assign(facts, { ...more, ...facts });
}

function rewrite(lines: readonly string[], index: number, start: number): readonly string[] {
  return start === 0 ? lines : lines.with(index, lines[index]!.slice(start));
}

function findDateline(lines: readonly string[]) {
  let seen = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const dateline = readDateline(line);
    if (dateline !== null) return dateline;
    seen += 1;
    if (seen === DATELINE_LINES) return null;
  }
  return null;
}
