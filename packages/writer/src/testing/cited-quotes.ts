import type { Answer, Citation } from '@footnote/answering';
import type { StoredArticle } from '@footnote/index';

/** Citations of sentences that stand one after the other in one article of a test's own. */
export function cited(quotes: readonly string[], fields: Partial<StoredArticle> = {}): Citation[] {
  const text = quotes.join(' ');
  const article = articleOf(text, fields);
  let from = 0;
  return quotes.map((quote, n) => {
    const start = text.indexOf(quote, from);
    from = start + quote.length;
    return citationIn(article, { number: n + 1, start, end: from, before: quotes[n - 1] ?? null });
  });
}

/** A citation of one sentence, wherever it stands. */
export function citedFrom(text: string, quote: string, number = 1): Citation {
  const start = text.indexOf(quote);
  return citationIn(articleOf(text, {}), { number, start, end: start + quote.length, before: null });
}

function citationIn(
  article: StoredArticle,
  { number, start, end, before }: { number: number; start: number; end: number; before: string | null },
): Citation {
  const { text, key } = article;
  return {
    number,
    quote: text.slice(start, end),
    start,
    end,
    passage: { articleKey: key, start: 0, end: text.length, text, article },
    answerSpan: null,
    contextBefore: before,
    contextAfter: null,
  };
}

function articleOf(text: string, fields: Partial<StoredArticle>): StoredArticle {
  return {
    key: 'article.md',
    title: null,
    text,
    source: 'Elsby Post',
    authors: [],
    publishedAt: '2021-04-12',
    url: null,
    language: 'en',
    contentHash: '',
    duplicates: [],
    ...fields,
  };
}

/** An answer that quotes them all. */
export function answerOf(citations: readonly Citation[]): Answer {
  return {
    kind: 'Answer',
    question: 'What happened?',
    interpretedQuestion: 'What happened?',
    text: citations.map(({ quote }) => quote).join(' '),
    sentences: citations.map(({ quote, number }) => ({ text: quote, citationNumbers: [number] })),
    citations,
    confidence: 0.9,
    threshold: 0.5,
    certainty: 'SURE',
    disagreements: [],
    unanswered: [],
    evidence: [],
  };
}
