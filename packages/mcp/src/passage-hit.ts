import type { SearchHit } from '@footnote/engine';
import { z } from 'zod';
import { articleUri, quotedArticle, toQuotedArticle } from './quoted-article.ts';

export const passageHit = z.object({
  text: z.string().describe('The passage, word for word.'),
  start: z.int().describe('Where it begins in the text of the article, in UTF-16 code units.'),
  end: z.int().describe('Where it ends, half open.'),
  score: z.number().describe('Comparable within this result only.'),
  article: quotedArticle,
  link: z.string().describe('A resource of this server: the article, and where the passage stands in it.'),
});

export function toPassageHit({ passage, score }: SearchHit): z.input<typeof passageHit> {
  const { text, start, end, article } = passage;
  return {
    text,
    start,
    end,
    score,
    article: toQuotedArticle(article),
    link: articleUri(article.key, { start, end }),
  };
}
