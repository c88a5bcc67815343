import { spellingDistance } from '@footnote/index';
import { isContentWord, type Respelling, termsOf } from '@footnote/retrieval';

/** A word of a question that no article has, and the one of the articles that is spelled most like it. */
export interface MeantWord extends Pick<Respelling, 'start' | 'end'> {
  readonly written: string;
  /** As an article writes it. */
  readonly meant: string;
  /** Whether it is the same name beyond doubt: a long word, or one beside the same name there. */
  readonly isClear: boolean;
}

/** Fewer letters are enough of another name for one letter to tell the two apart. */
const LONG_NAME = 8;

interface Searched {
  readonly question: string;
  readonly respellings: readonly Respelling[];
  /** Of the passages found for it. */
  readonly texts: readonly string[];
}

export function meantWords({ question, respellings, texts }: Searched): MeantWord[] {
  return respellings.flatMap(({ start, end, stem }) => {
    const written = question.slice(start, end);
    const there = texts.flatMap((text) =>
      termsOf(text)
        .filter((term) => term.stem === stem)
        .map((term) => ({ text, term })),
    );
    const [first] = there;
    if (first === undefined) return [];
    const meant = first.text.slice(first.term.start, first.term.end);
    const isLong =
      written.length >= LONG_NAME && spellingDistance(written.toLowerCase(), meant.toLowerCase()) === 1;
    const [before = '', after = ''] = neighbours(question, { start, end });
    const isBeside = there.some(({ text, term }) => {
      const [other, next] = neighbours(text, term);
      return (before !== '' && before === other) || (after !== '' && after === next);
    });
    return [{ start, end, written, meant, isClear: isLong || isBeside }];
  });
}

/** The names right before and after a place, in small letters; empty where there is none. */
function neighbours(text: string, { start, end }: { start: number; end: number }): [string, string] {
  const before = /(?<!\p{L})(\p{Lu}[\p{L}\p{M}]*) $/u.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  const after = /^ (\p{Lu}[\p{L}\p{M}]*)/u.exec(text.slice(end, end + 40))?.[1];
  return [nameOr(before), nameOr(after)];
}

function nameOr(word = ''): string {
  const lower = word.toLowerCase();
  return isContentWord(lower) ? lower : '';
}

/** The question with the names that are clearly meant; null where there are none. */
export function questionMeant(question: string, words: readonly MeantWord[]): string | null {
  const clear = words.filter(({ isClear }) => isClear);
  if (clear.length === 0) return null;
  return clear.reduceRight(
    (text, { start, end, meant }) => text.slice(0, start) + meant + text.slice(end),
    question,
  );
}
