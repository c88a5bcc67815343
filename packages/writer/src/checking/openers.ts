import type { StoredArticle } from '@footnote/index';
import { type Word, wordsOf } from './words.ts';

/** What a sentence may begin with before the words of its quotes. */
export interface Opener {
  /** As it is shown. */
  readonly text: string;
  readonly words: readonly Word[];
  /** It names the day of the article. */
  readonly isDated: boolean;
}

const LEADS = ['Also, ', 'In addition, ', 'Moreover, ', 'Furthermore, '].map((text) => opener(text));
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Openers of any sentence; and, of one that is made of one quote, those that name its article. */
export function openersOf(article: StoredArticle | null): Opener[] {
  return [...LEADS, ...(article ? attributionsOf(article) : [])];
}

/** How a writer may name an article: what it would be shown to say. */
export function attributionsOf({ source, publishedAt }: StoredArticle): Opener[] {
  const days = publishedAt === null ? [] : writtenDays(publishedAt);
  const named = source === null ? [] : [opener(`According to ${source}, `)];
  return [
    ...named,
    ...days.flatMap((day) => [
      ...(source === null ? [] : [opener(`According to ${source} on ${day}, `, true)]),
      opener(`According to an article of ${day}, `, true),
    ]),
  ];
}

function opener(text: string, isDated = false): Opener {
  return { text, words: wordsOf(text), isDated };
}

/** 2014-05-21: "21 May 2014", "May 21, 2014", and as it is. */
function writtenDays(date: string): string[] {
  const [year, month, day] = date.split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return [`${day} ${name} ${year}`, `${name} ${day}, ${year}`, date];
}
