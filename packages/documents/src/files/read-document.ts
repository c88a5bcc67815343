import type { ArticleFields } from '@footnote/core';
import type { DocumentInput, DocumentReading } from '../document.ts';
import { detectLanguage } from '../metadata/detect-language.ts';
import { type DocumentFormat, formatOfName } from './document-format.ts';
import { sniffFormat } from './sniff-format.ts';

type ReadFormat = (input: DocumentInput) => Promise<DocumentReading> | DocumentReading;

/** Each format's reader, loaded when the first file of it comes. */
const readers: Readonly<Record<DocumentFormat, () => Promise<ReadFormat>>> = {
  text: async () => (await import('../plain-text/read-plain-text.ts')).readPlainText,
  markdown: async () => (await import('../markdown/read-markdown.ts')).readMarkdown,
  html: async () => (await import('../html/read-web-page.ts')).readWebPage,
  pdf: async () => (await import('../pdf/read-pdf.ts')).readPdf,
  docx: async () => (await import('../word/read-word.ts')).readWord,
  jsonl: async () => (await import('../jsonl/read-jsonl.ts')).readJsonl,
};

/**
 * Reads one file's bytes, by what they are rather than by what the name says.
 *
 * @throws FootnoteError `UNREADABLE_DOCUMENT` or, for a page, `PAGE_TOO_DEEP`, its message the reason for a person
 */
export async function readDocument(input: DocumentInput): Promise<DocumentReading> {
  const read = await readers[documentFormat(input)]();
  const reading = await read(input);
  return { ...reading, articles: await Promise.all(reading.articles.map(withLanguage)) };
}

async function withLanguage(article: ArticleFields): Promise<ArticleFields> {
  return { ...article, language: article.language ?? (await detectLanguage(article.text)) };
}

export function documentFormat(input: DocumentInput): DocumentFormat {
  const name = input.keyPath.slice(input.keyPath.lastIndexOf('/') + 1);
  return sniffFormat(input.bytes, formatOfName(name) ?? 'text');
}
