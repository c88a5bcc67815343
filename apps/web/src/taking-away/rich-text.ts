import { quoteHref } from '../address/place.ts';
import { articleTitle } from '../article/article-title.ts';
import { dateInWords } from '../article/publication-date.ts';
import type { Answer, Citation } from '../graphql/ask-fields.ts';
import { caveats } from './caveats.ts';

/**
 * An answer as HTML, to be pasted where text has formatting: its quotes, each with a footnote that links to the marked
 * place.
 * @param origin of this page, which the links lead to
 */
export function answerHtml(answer: Answer, origin: string): string {
  const quotes = answer.sentences.map(({ text, citationNumbers }) => {
    const numbers = answer.citations
      .filter(({ number }) => citationNumbers.includes(number))
      .map((citation) => `<sup>${linked(citation, origin, String(citation.number))}</sup>`);
    return `<blockquote>“${escaped(text)}”${numbers.join('')}</blockquote>`;
  });
  const footnotes = answer.citations.map((citation) => {
    const { article, number } = citation;
    const date = article.publishedAt === null ? null : dateInWords(article.publishedAt);
    const names = [article.source, article.author, date].filter((name) => name !== null && name !== '');
    const title = linked(citation, origin, articleTitle(article));
    return `<p>${[`${number}. ${title}`, ...names.map((name) => escaped(name ?? ''))].join(', ')}</p>`;
  });
  const notes = caveats(answer).map((note) => `<p>${escaped(note)}</p>`);
  return [...quotes, ...notes, ...footnotes].join('');
}

function linked({ article, ...quote }: Citation, origin: string, text: string): string {
  const href = quoteHref({ key: article.key, quote, answer: quote.answerSpan });
  return `<a href="${escaped(String(new URL(href, origin)))}">${escaped(text)}</a>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
