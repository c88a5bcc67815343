import { describe, expect, it } from 'vitest';
import { answer, citation } from '../answer/answer-fixtures.ts';
import { newTurn, type Turn } from '../conversation/conversation.ts';
import type { Citation } from '../graphql/ask-fields.ts';
import { quotesOfArticle } from './quotes-of-article.ts';

const KEY = citation.article.key;
const earlier: Citation = { ...citation, start: 1, end: 39, quote: 'It had long been awaited, people said.' };

function asked(question: string, askedAt: string, citations: readonly Citation[]): Turn {
  const result = { ...answer, citations: [...citations] };
  return { ...newTurn(question), askedAt, outcome: { kind: 'result', result } };
}

function kept(...turns: readonly Turn[]) {
  return { id: crypto.randomUUID(), name: null, turns };
}

describe('quotesOfArticle', () => {
  it('are those of all conversations, in the order of the text, numbered anew', () => {
    const records = [
      kept(asked('When?', '2024-01-01', [citation])),
      kept(asked('So?', '2024-01-02', [earlier])),
    ];
    const quotes = quotesOfArticle(KEY, records).map((one) => [
      one.citation.number,
      one.citation.quote,
      one.question,
    ]);
    expect(quotes).toEqual([
      [1, earlier.quote, 'So?'],
      [2, citation.quote, 'When?'],
    ]);
  });

  it('name a quote once, with the question that was asked last', () => {
    const records = [
      kept(asked('Late?', '2024-01-02', [citation]), asked('Early?', '2024-01-01', [citation])),
    ];
    expect(quotesOfArticle(KEY, records).map(({ question }) => question)).toEqual(['Late?']);
  });

  it('leave out other articles and what was not answered', () => {
    const other = { ...citation, article: { ...citation.article, key: 'other.md' } };
    const records = [kept(newTurn('Who?'), asked('When?', '2024-01-01', [other]))];
    expect(quotesOfArticle(KEY, records)).toEqual([]);
  });
});
