import type { Article } from './article.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * What an article is known by besides its text: title, source and day, as a question would name them ("12 April 2021").
 * Each of its passages is found by these words, too.
 */
export function articleHeading({
  title,
  source,
  publishedAt,
}: Pick<Article, 'title' | 'source' | 'publishedAt'>): string {
  return [title, source, publishedAt && dayInWords(publishedAt)].filter(Boolean).join('\n');
}

function dayInWords(day: string): string {
  const [year, month, ofMonth] = day.split('-').map(Number);
  return `${ofMonth} ${MONTHS[(month as number) - 1]} ${year}`;
}
