/// <reference lib="dom" />
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { parseArticleDate } from '../metadata/index.ts';
import type { ExtractedPage } from './extracted-page.ts';

export interface ExtractHtmlOptions {
  /** The page's address where it is known from elsewhere. */
  readonly url?: string | null;
  /** The file's name: a last resort for the date. */
  readonly fileName?: string;
}

/** Reads the article out of a saved web page. */
export function extractHtml(html: string, options: ExtractHtmlOptions = {}): ExtractedPage {
  const { document } = parseHTML(html);
  const language = document.documentElement?.getAttribute('lang') || null;
  const article = new Readability(document).parse();
  return {
    title: article?.title || null,
    text: (article?.textContent ?? '')
      .replace(/[ \t]+/g, ' ')
      .replace(/\s*\n\s*/g, '\n\n')
      .trim(),
    authors: article?.byline ? [article.byline.trim()] : [],
    source: article?.siteName || null,
    publishedAt: article?.publishedTime ? parseArticleDate(article.publishedTime) : null,
    url: options.url ?? null,
    language,
    removed: [],
  };
}
