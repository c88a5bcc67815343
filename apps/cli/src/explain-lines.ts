import type { FileExplanation } from '@footnote/documents';
import { oneLine } from './hit-lines.ts';

type ReadArticle = FileExplanation['articles'][number];

/** What reading a file makes of it, for a person: each article as it would be indexed, then what was taken out. */
export function explainLines({ path, articles, skipped, warnings, removals }: FileExplanation): string[] {
  return [
    `${path}: ${articles.length} read, ${skipped.length} skipped`,
    ...skipped.map((one) => `Skipped ${one.path}: ${one.reason}`),
    ...warnings.map((warning) => `Note: ${warning}`),
    ...articles.flatMap((article) => ['', ...articleLines(article)]),
    '',
    removals.length === 0 ? 'Nothing was taken out.' : 'Taken out:',
    ...removals.map(({ rule, text }) => `  ${rule}: ${oneLine(text)}`),
  ];
}

function articleLines(article: ReadArticle): string[] {
  const { key, title, source, authors, publishedAt, url, language, text } = article;
  const known = { key, title, source, authors: authors.join(', '), publishedAt, url, language };
  const facts = Object.entries(known).filter(([, value]) => value);
  return [...facts.map(([name, value]) => `${name.padEnd(12)} ${value}`), '', ...text.split('\n')];
}
