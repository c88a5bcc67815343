import type { SearchHit, StoredArticle } from '@footnote/engine';

/** A hit as a person reads it: rank, score, article, and the passage. */
export function hitLines(hit: SearchHit, rank: number): string[] {
  const { article, start, end, text } = hit.passage;
  return [
    `${rank}. ${describeArticle(article)}  [${hit.score.toFixed(3)}]`,
    `   ${oneLine(text)}`,
    `   ${article.key} ${start}-${end}`,
    '',
  ];
}

export function describeArticle({ title, key, source, publishedAt }: StoredArticle): string {
  return [title ?? key, source, publishedAt].filter(Boolean).join(', ');
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
