export { calendarDate, dateInFileName, dateInUrl, parseArticleDate } from './article-date.ts';
export { parseAuthorNames } from './author-names.ts';
export { readPageMetadata, readPageStatements, readPublicationDate } from './page-metadata.ts';
