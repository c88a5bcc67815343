export { parseArticleDate } from './article-date.ts';
