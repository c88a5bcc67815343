import { isCalendarDate } from '@footnote/core';
import type { ArticleFilter } from '@footnote/index';
import { type Command, InvalidArgumentError } from 'commander';

export interface ArticleFilterOptions {
  readonly source?: string[];
  readonly author?: string[];
  readonly since?: string;
  readonly until?: string;
  readonly language?: string[];
}

/** The filters that `search` and `ask` share. */
export function addArticleFilter(command: Command): Command {
  return command
    .option('--source <name>', 'only articles of this source (may be given more than once)', collect)
    .option('--author <name>', 'only articles by this author (may be given more than once)', collect)
    .option('--since <date>', 'only articles published on this day (YYYY-MM-DD) or later', toDate)
    .option('--until <date>', 'only articles published on this day (YYYY-MM-DD) or before', toDate)
    .option('--language <tag>', 'only articles in this language (may be given more than once)', collect);
}

export function toArticleFilter({
  source,
  author,
  since,
  until,
  language,
}: ArticleFilterOptions): ArticleFilter {
  return { sources: source, authors: author, publishedFrom: since, publishedTo: until, languages: language };
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function toDate(value: string): string {
  if (isCalendarDate(value)) return value;
  throw new InvalidArgumentError('Write a calendar date as YYYY-MM-DD, such as 2024-05-16.');
}
