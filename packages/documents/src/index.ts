export type { Removal } from './document.ts';
export { explainFile, type FileExplanation } from './files/explain-file.ts';
export {
  createFileReader,
  type FileReader,
  type FileReaderOptions,
  type FileReading,
} from './files/file-reader.ts';
export { type FindFilesOptions, type FoundFiles, findFiles } from './files/find-files.ts';
export type { SkippedFile, SourceFile } from './files/source-file.ts';
export { type ExtractedPage, type ExtractHtmlOptions, extractHtml } from './html/index.ts';
export { withoutJsonlArticles } from './jsonl/read-jsonl.ts';
export { READING_VERSION } from './reading-version.ts';
