export type { ArticleFilter } from './article-filter.ts';
export type {
  IndexReader,
  IndexStatus,
  Page,
  PageOf,
  PassageScore,
  ScoreOptions,
  StoredArticle,
  StoredPassage,
} from './index-reader.ts';
export type { IndexProgress, IndexReport } from './index-report.ts';
