export { type ExtractHtmlOptions, extractHtml } from './extract-html.ts';
export type { ExtractedPage } from './extracted-page.ts';
