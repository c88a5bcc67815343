/** Lower case, without articles and extra white space, and with `instead` where punctuation was. */
function normalize(text: string, instead: '' | ' '): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, instead)
    .replace(/\b(?:a|an|the)\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** For whole words in a text: "Moscow-based" holds "Moscow". */
const normalizeWords = (text: string): string => normalize(text, ' ');

/** As SQuAD's evaluation compares answers: punctuation does not part words. */
const normalizeSpan = (text: string): string => normalize(text, '');

/** Whether a quote holds one of the accepted answers, as whole words. */
export function holdsAnswer(quote: string, answers: readonly string[]): boolean {
  const text = ` ${normalizeWords(quote)} `;
  return answers.some((answer) => {
    const wanted = normalizeWords(answer);
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
