import { type DocumentInput, type DocumentReading, unreadable } from '../document.ts';
import { decodeText } from '../encoding/decode-text.ts';
import { readGivenFields } from '../metadata/given-fields.ts';
import { dateInFileName } from '../metadata/index.ts';
import { splitFrontMatter } from './front-matter.ts';
import { markdownText } from './markdown-text.ts';

/** Reads a Markdown file: what its front matter gives, and its body without the markup, no word changed. */
export function readMarkdown({ bytes, keyPath }: DocumentInput): DocumentReading {
  const { record, body, problem } = splitFrontMatter(decodeText(bytes));
  const { fields, warnings } = readGivenFields(record);
  const { id, text: givenText, ...known } = fields;
  const { text: bodyText, heading } = markdownText(body);
  const text = bodyText === '' ? givenText : bodyText;
  if (text === null) throw unreadable('The file holds no text.');
  const publishedAt = known.publishedAt ?? dateInFileName(keyPath.slice(keyPath.lastIndexOf('/') + 1));
  const article = { ...known, key: id ?? keyPath, title: known.title ?? heading, publishedAt, text };
  const problems = [
    ...(problem === null ? [] : [problem]),
    ...warnings,
    ...(givenText !== null && bodyText !== '' ? ['The field text was dropped: the file has a body.'] : []),
  ];
  return {
    articles: [article],
    skipped: [],
    warnings: problems.map((warning) => `${keyPath}: ${warning}`),
    removals: [],
  };
}
