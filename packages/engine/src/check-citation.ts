export interface CitationVerdict {
  readonly valid: boolean;
  readonly reason: string | null;
  /** What stands at the offsets; null when they are outside the text. */
  readonly actual: string | null;
}

export interface CitationClaim {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Whether `text.slice(start, end) === quote`, and if not, why. `text` is null when there is no such article. */
export function checkCitation(text: string | null, { start, end, quote }: CitationClaim): CitationVerdict {
  if (text === null) {
    return { valid: false, reason: 'The index does not hold this article.', actual: null };
  }
  if (start < 0 || end > text.length || start >= end) {
    const reason = `The offsets ${start} to ${end} are not a stretch of the article, whose text is ${text.length} long.`;
    return { valid: false, reason, actual: null };
  }
  const actual = text.slice(start, end);
  if (actual === quote) return { valid: true, reason: null, actual };
  return { valid: false, reason: explainDifference(text, { start, quote }), actual };
}

function explainDifference(text: string, { start, quote }: { start: number; quote: string }): string {
  const elsewhere = quote === '' ? -1 : text.indexOf(quote);
  if (elsewhere === -1) return 'The article does not contain this quote.';
  return `The quote stands elsewhere in the article: it begins at ${elsewhere}, not at ${start}.`;
}
