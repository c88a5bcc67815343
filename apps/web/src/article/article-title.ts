import type { Article } from '@footnote/client';

/** An untitled article is named by so much of its text, in UTF-16 code units. */
const OPENING = 80;

/** What to call an article of which the text is not at hand: its title, else its key. */
export function articleTitle(article: Pick<Article, 'title' | 'key'>): string {
  return article.title || article.key;
}

/** What to call an article: its title, else its first words, else its key. */
export function titleOrOpening(article: Pick<Article, 'title' | 'key'>, text: string | undefined): string {
  const opening = text?.trim().split(/\n/)[0] ?? '';
  if (article.title || opening === '') {
    return articleTitle(article);
  }
  return opening.length <= OPENING ? opening : `${opening.slice(0, OPENING).replace(/\s\S*$/, '')}…`;
}
