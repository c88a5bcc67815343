import { countFacets } from './article-facets.ts';
import { cutListPage } from './article-list.ts';
import type { Searcher } from './searcher.ts';

/** Stands for an index that is not there yet. */
export const EMPTY_SEARCHER: Searcher = {
  version: async () => 'none',
  candidates: async () => [],
  passagesAt: async (places) => places.map(() => null),
  articlesByKey: async (keys) => keys.map(() => null),
  articles: async (request) => ({ ...cutListPage([], request), items: [] }),
  countArticles: async () => 0,
  facets: async () => countFacets([]),
  passages: async (keys) => keys.map(() => null),
  vectorsAt: async (places) => places.map(() => null),
  wordCounts: async (words) => ({ passages: 0, passagesWith: words.map(() => 0) }),
  nearestWord: async () => null,
  calibration: async () => null,
};
