import { type DocumentInput, type DocumentReading, unreadable } from '../document.ts';
import { decodeText } from '../encoding/decode-text.ts';
import { normalizeText } from '../encoding/normalize-text.ts';
import { readGivenFields } from '../metadata/given-fields.ts';
import { dateInFileName } from '../metadata/index.ts';
import { readPageTop } from '../plain-text/page-top.ts';
import { splitFrontMatter } from './front-matter.ts';
import { markdownText } from './markdown-text.ts';

/** What a body says about its article stands in these first characters of it. */
const TOP_CHARACTERS = 10_000;

/**
 * Reads a Markdown file: what its front matter gives, and its body without the markup, no word changed. What the front
 * matter leaves open of source, authors and date is read at the top of the body.
 */
export function readMarkdown({ bytes, keyPath }: DocumentInput): DocumentReading {
  const { record, body, problem } = splitFrontMatter(decodeText(bytes));
  const { fields, warnings } = readGivenFields(record);
  const { id, text: givenText, ...known } = fields;
  const { text: bodyText, heading } = markdownText(body);
  const text = bodyText === '' ? givenText : bodyText;
  if (text === null) throw unreadable('The file holds no text.');
  const top = readPageTop(normalizeText(text.slice(0, TOP_CHARACTERS)).split('\n'), heading);
  const article = {
    ...known,
    key: id ?? keyPath,
    title: known.title ?? heading,
    text,
    source: known.source ?? top.source,
    authors: known.authors.length > 0 ? known.authors : top.authors,
    publishedAt:
      known.publishedAt ?? top.publishedAt ?? dateInFileName(keyPath.slice(keyPath.lastIndexOf('/') + 1)),
  };
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
