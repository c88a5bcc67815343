import type { Citation } from '@footnote/answering';
import type { ProseSentence } from '../prose.ts';
import { checkSentence, type WrittenSentence } from './check-sentence.ts';
import { citableQuotes } from './citable-quote.ts';

export interface CheckedProse {
  readonly sentences: readonly ProseSentence[];
  readonly dropped: number;
}

/** Keeps of what a writer wrote the sentences that their quotes hold, and counts the others. No quote is said twice. */
export function checkProse(
  written: readonly WrittenSentence[],
  citations: readonly Citation[],
): CheckedProse {
  let quotes = citableQuotes(citations);
  let before: Citation | null = null;
  const sentences: ProseSentence[] = [];
  for (const one of written) {
    const held = checkSentence(one, { quotes, before });
    if (!held) continue;
    const { last, ...sentence } = held;
    sentences.push(sentence);
    before = last;
    quotes = quotes.filter(({ citation }) => !held.citationNumbers.includes(citation.number));
  }
  return { sentences, dropped: written.length - sentences.length };
}
