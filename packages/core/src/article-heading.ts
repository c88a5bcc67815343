import type { Article } from './article.ts';
import { dayInWords } from './calendar-date.ts';

/**
 * What an article is known by besides its text: title, source, authors and day, as a question would name them ("12 April
 * 2021"). Each of its passages is found by these words, too.
 */
export function articleHeading({
  title,
  source,
  authors,
  publishedAt,
}: Pick<Article, 'title' | 'source' | 'authors' | 'publishedAt'>): string {
  return [title, source, ...authors, publishedAt && dayInWords(publishedAt)].filter(Boolean).join('\n');
}
