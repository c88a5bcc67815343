import { codesIn, type Quantity, quantitiesAgree, quantitiesIn } from './quantities-in-text.ts';

/**
 * A question with its figures, codes and pairs of names written as a text writes them: `3.5 million` as `3,500,000`,
 * `GR4471` as `GR-4471`, `Ben and Ann` as `Ann and Ben`. A model reads the two as different things.
 */
export function inWritingOf(text: string, question: string): string {
  const there = quantitiesIn(text);
  let rewritten = question;
  for (const asked of quantitiesIn(question).toReversed()) {
    const figures = there
      .filter((other) => quantitiesAgree(asked, other))
      .map(({ start, end }) => text.slice(start, end));
    const [figure] = figures;
    const isRead = figures.includes(question.slice(asked.start, asked.end)) || !isFigure(asked, question);
    if (figure === undefined || isRead) continue;
    rewritten = rewritten.slice(0, asked.start) + figure + rewritten.slice(asked.end);
  }
  return withPairsOf(text, withCodesOf(text, rewritten));
}

/** Small numbers in words are read as they are. */
function isFigure({ start, end, value }: Quantity, question: string): boolean {
  return /\d/u.test(question.slice(start, end)) || value > 12;
}

function withCodesOf(text: string, question: string): string {
  return codesIn(question).reduce((rewritten, code) => {
    const written = codesIn(text).find((other) => other.plain === code.plain);
    return written ? rewritten.replace(code.written, () => written.written) : rewritten;
  }, question);
}

const PAIR = /(?<one>\p{Lu}[\p{L}\p{M}'’-]+) and (?<other>\p{Lu}[\p{L}\p{M}'’-]+)/gu;

function withPairsOf(text: string, question: string): string {
  return question.replace(PAIR, (pair: string, one: string, other: string) => {
    const isThere = (first: string, second: string) =>
      new RegExp(`\\b${first}(?: \\p{Lu}[\\p{L}'’-]*)* and (?:[\\p{L}.]+ ){0,2}?${second}\\b`, 'u').test(
        text,
      );
    return isThere(other, one) && !isThere(one, other) ? `${other} and ${one}` : pair;
  });
}
