export { dateInFileName, parseArticleDate } from './article-date.ts';
export { BYLINE_LABEL, givenAuthors, isByline, parseAuthorNames } from './author-names.ts';
export { textOf } from './json-ld.ts';
export { readPublicationDate } from './page-date.ts';
export { type PageMetadata, pageDescriptions, readPageMetadata } from './page-metadata.ts';
export { type PageStatements, readPageStatements } from './page-statements.ts';
export { readTitle } from './page-title.ts';
export { publishedPart, withoutDateLabels } from './published-part.ts';
export { TITLE_BAR, withoutSiteName } from './site-name.ts';
