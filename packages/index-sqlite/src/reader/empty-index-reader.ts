import type { IndexReader, IndexStatus } from '@footnote/index';

/** Stands for an index that is not there yet. */
export class EmptyIndexReader implements IndexReader {
  status(): IndexStatus {
    return { articles: 0, passages: 0, model: null, bytes: 0, updatedAt: null };
  }
  snapshot<T>(read: () => T): T {
    return read();
  }
  article() {
    return null;
  }
  articles() {
    return { items: [], hasNextPage: false };
  }
  countArticles() {
    return 0;
  }
  passages() {
    return { items: [], hasNextPage: false };
  }
  passage() {
    return null;
  }
  passageAt() {
    return null;
  }
  lexicalScores() {
    return [];
  }
  semanticScores() {
    return [];
  }
  similarities() {
    return [];
  }
  documentFrequency() {
    return 0;
  }
  close(): void {}
}
