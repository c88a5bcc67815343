import { isContentWord } from '@footnote/retrieval';
import { type WordForm, wordFormsOf } from './word-forms.ts';

/** Two words of weight that stand side by side, or joined by one preposition. */
export interface WordPair {
  readonly first: string;
  readonly second: string;
  /** The preposition or "and" between them; empty when they stand side by side. */
  readonly link: string;
}

const LINK = /^ (?:(?:of|in|for|to|from|and|on|at|with|between|into|over) )?(?:the |a |an )?$/u;

export function wordPairsIn(text: string, forms: readonly WordForm[]): WordPair[] {
  const content = forms.filter(({ word }) => isContentWord(word));
  return content.flatMap((form, i) => {
    const next = content[i + 1];
    if (next === undefined) return [];
    const between = text.slice(form.end, next.start).toLowerCase();
    if (!LINK.test(between)) return [];
    return [{ first: form.base, second: next.base, link: between.replace(/\b(?:the|a|an) $/u, '').trim() }];
  });
}

/** What is known of the words a question asks about. */
export interface AskedPairs {
  readonly pairs: readonly WordPair[];
  /** Pairs of the question that some passage found for it has, as `pairKey` writes them. */
  readonly elsewhere: ReadonlySet<string>;
  /** Words of the question, in their base form, that no article has. */
  readonly unknown: ReadonlySet<string>;
  /** All words of the question. */
  readonly bases: ReadonlySet<string>;
}

export function pairKey({ first, link, second }: WordPair): string {
  return `${first} ${link} ${second}`;
}

/**
 * Whether a text says of a thing something else than the question does: "the railway bridge" for "the road bridge",
 * "the supply of gas" for "the supply of oil". It may only say the same in other words, so it counts where the articles
 * have both ("the road bridge" stands elsewhere), or none of them has the question's word at all and a preposition
 * joins the two.
 */
export function placeTaken(
  { pairs, elsewhere, unknown, bases }: AskedPairs,
  text: string,
  answer: string | null,
): boolean {
  const said = wordFormsOf(text);
  const there = new Set(said.map(({ base }) => base));
  const answering = new Set(wordFormsOf(answer ?? '').map(({ base }) => base));
  const isOther = (base: string) => !bases.has(base) && !answering.has(base);
  const saidPairs = wordPairsIn(text, said);
  return pairs.some((asked) => {
    const [kept, missing] = asked.link === '' ? [asked.second, asked.first] : [asked.first, asked.second];
    if (!there.has(kept) || there.has(missing)) return false;
    const isTaken = saidPairs.some(({ first, second, link }) => {
      const [same, other] = link === '' ? [second, first] : [first, second];
      return link === asked.link && same === kept && isOther(other);
    });
    if (!isTaken) return false;
    return (
      elsewhere.has(pairKey(asked)) || (unknown.has(missing) && asked.link !== '' && asked.link !== 'and')
    );
  });
}
