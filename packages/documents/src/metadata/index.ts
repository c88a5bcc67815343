export { calendarDate, dateInFileName, dateInUrl, parseArticleDate } from './article-date.ts';
export { givenAuthors, isByline, parseAuthorNames } from './author-names.ts';
export { textOf } from './json-ld.ts';
export {
  type PageMetadata,
  pageDescriptions,
  readPageMetadata,
  readPageStatements,
  readPublicationDate,
} from './page-metadata.ts';
export type { PageStatements } from './page-title.ts';
export { BAR, withoutSiteName } from './site-name.ts';
