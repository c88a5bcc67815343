import type { Caller } from '../access/admission.ts';
import { QUESTION_POINTS, SEARCH_POINTS } from '../limits.ts';
import type { ServedEngine } from './served-engine.ts';

/** The engine as one caller has it: what goes through the whole index is paid for, however much of it one request asks. */
export function chargeCaller(engine: ServedEngine, { spend }: Caller): ServedEngine {
  const charged =
    <Given extends unknown[], Result>(points: number, method: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      await spend(points);
      return method(...given);
    };
  return {
    ...engine,
    ask: charged(QUESTION_POINTS, engine.ask),
    search: charged(SEARCH_POINTS, engine.search),
    similarPassages: charged(SEARCH_POINTS, engine.similarPassages),
    articles: charged(SEARCH_POINTS, engine.articles),
    facets: charged(SEARCH_POINTS, engine.facets),
  };
}
