import type { Citation } from '../graphql/ask-fields.ts';
import type { ConversationRecord } from './conversation-record.ts';

/** A quote that an answer cited, and what was asked. */
export interface KeptQuote {
  readonly citation: Citation;
  /** The question that it answered; the newest, where there were several. */
  readonly question: string;
}

/** The quotes that kept answers have from an article, each once, in the order of its text. */
export function quotesOfArticle(key: string, records: readonly ConversationRecord[]): readonly KeptQuote[] {
  const quotes = new Map<string, KeptQuote>();
  const turns = records.flatMap((record) => record.turns);
  for (const { question, outcome } of turns.sort((a, b) => a.askedAt.localeCompare(b.askedAt))) {
    if (outcome.kind === 'result' && outcome.result.__typename === 'Answer') {
      for (const citation of outcome.result.citations.filter(({ article }) => article.key === key)) {
        quotes.set(`${citation.start} ${citation.end} ${citation.quote}`, { citation, question });
      }
    }
  }
  return [...quotes.values()]
    .sort(({ citation: a }, { citation: b }) => a.start - b.start || a.end - b.end)
    .map(({ citation, question }, index) => ({ citation: { ...citation, number: index + 1 }, question }));
}
