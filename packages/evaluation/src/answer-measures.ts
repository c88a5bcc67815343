/**
 * Lower case, without articles, punctuation and extra white space. Punctuation parts words: "Moscow-based" holds
 * "Moscow".
 */
function normalizeAnswer(text: string): string {
  return withoutArticles(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{P}\p{S}]/gu, ' '),
  );
}

/** How SQuAD's evaluation compares answers: the same, but punctuation does not part words. */
function normalizeSpan(text: string): string {
  return withoutArticles(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{P}\p{S}]/gu, ''),
  );
}

function withoutArticles(text: string): string {
  return text
    .replace(/\b(?:a|an|the)\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether a quote holds one of the accepted answers, as whole words. */
export function holdsAnswer(quote: string, answers: readonly string[]): boolean {
  const text = ` ${normalizeAnswer(quote)} `;
  return answers.some((answer) => {
    const wanted = normalizeAnswer(answer);
    return wanted === '' ? quote.includes(answer) : text.includes(` ${wanted} `);
  });
}

/** Whether a span is one of the accepted answers. */
export function isExact(span: string, answers: readonly string[]): boolean {
  return answers.some((answer) => normalizeSpan(answer) === normalizeSpan(span));
}

/** F1 of the words of a span and of the accepted answer nearest to it, 0 to 1 (SQuAD). */
export function spanF1(span: string, answers: readonly string[]): number {
  return answers.reduce((best, answer) => Math.max(best, wordF1(span, answer)), 0);
}

function wordF1(span: string, answer: string): number {
  const found = normalizeSpan(span).split(' ').filter(Boolean);
  const wanted = normalizeSpan(answer).split(' ').filter(Boolean);
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    shared += 1;
    left.set(word, count - 1);
  }
  return shared === 0 ? 0 : (2 * shared) / (found.length + wanted.length);
}
