import type { IndexReader, StoredArticle, StoredPassage } from '@footnote/index';
import type { LocatedPassage } from './located.ts';
import { StalePassageError } from './steady-index.ts';

/**
 * Reads the articles of passages in one snapshot and returns what gives each passage its article.
 *
 * @throws StalePassageError when an article no longer reads as the passage says
 */
export function locate(
  reader: IndexReader,
  passages: readonly StoredPassage[],
): (passage: StoredPassage) => LocatedPassage {
  const keys = new Set(passages.map(({ articleKey }) => articleKey));
  const articles = reader.snapshot(() => new Map([...keys].map((key) => [key, reader.article(key)])));
  for (const passage of passages) assertStands(passage, articles.get(passage.articleKey));
  return (passage) => ({ ...passage, article: articles.get(passage.articleKey) as StoredArticle });
}

function assertStands(
  { articleKey, start, end, text }: StoredPassage,
  article: StoredArticle | null | undefined,
): void {
  if (article?.text.slice(start, end) === text) return;
  throw new StalePassageError(`The passage at ${start} of "${articleKey}" is not in the index any more.`);
}
