export { type ExtractHtmlOptions, extractHtml } from './extract-html.ts';
export type { ExtractedPage, RemovedText } from './extracted-page.ts';
