import type { CandidateQuery, Searcher } from '../searcher.ts';
import type { StoredPassage } from '../stored-article.ts';

export interface RankedPassage {
  readonly score: number;
  readonly passage: StoredPassage;
}

/** The best passages of a query of one ranking, best first, ties by article key, then start. */
export async function rankedPassages(searcher: Searcher, query: CandidateQuery): Promise<RankedPassage[]> {
  const candidates = await searcher.candidates(query);
  const ranked = candidates
    .map(({ articleKey, start, lexical, semantic }) => ({
      articleKey,
      start,
      score: (query.vector ? semantic : lexical)!,
    }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        (a.articleKey < b.articleKey ? -1 : a.articleKey > b.articleKey ? 1 : a.start - b.start),
    );
  const passages = await searcher.passagesAt(ranked);
  return ranked.map(({ score }, index) => ({ score, passage: passages[index]! }));
}
