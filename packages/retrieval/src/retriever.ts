import { FootnoteError } from '@footnote/core';
import type { Candidate, IndexReader, PassagePlace, Searcher, StoredArticle } from '@footnote/index';
import type { Embedder } from '@footnote/inference';
import { candidatesInAllWordings, type Found } from './all-wordings.ts';
import { copiedArticles } from './copied-articles.ts';
import { type FusedScore, fuse } from './fusion.ts';
import { PassageAbbreviations } from './passage-abbreviations.ts';
import { contentTerms, createTermFinder, type Term } from './query-terms.ts';
import { comparePositions, decodeCursor, encodeCursor, type RankPosition } from './search-cursor.ts';
import type { ScoreExplanation, SearchHit, SearchMode, SearchPage, SearchRequest } from './search-hit.ts';

/** How deep each ranking is read: the range of both is what scores are scaled over. */
const CANDIDATES = 200;
/** Longest query, in UTF-16 code units. */
export const MAX_QUERY_LENGTH = 2000;
/** Most hits of one page. */
export const MAX_FIRST = 50;

export interface Retriever {
  /**
   * Ranked passages. Filters apply before ranking; ties go by article key, then start; passages of near-identical
   * copies of an article come after all others, and of a corrected story the older version.
   * @throws FootnoteError `BLANK_QUERY`, `QUERY_TOO_LONG`, `INVALID_FIRST`, `INVALID_CURSOR`
   */
  search(request: SearchRequest, options?: { signal?: AbortSignal | undefined }): Promise<SearchPage>;
  /**
   * The passages nearest in meaning to the one that begins there, which is left out; copies of its article come after
   * all others. Scores are cosines. Null when the index does not hold it.
   * @throws FootnoteError `INVALID_FIRST`
   */
  similar(
    place: PassagePlace,
    options?: { first?: number | undefined },
  ): Promise<readonly SearchHit[] | null>;
}

interface RankedCandidate extends RankPosition {
  readonly candidate: Candidate;
  /** Null where one ranking alone counts. */
  readonly fused: FusedScore | null;
}

/** Searches what the index holds with the model that embedded it. */
export function createRetriever({ index, embedder }: { index: IndexReader; embedder: Embedder }): Retriever {
  const abbreviations = new PassageAbbreviations();
  return {
    async search(request, { signal } = {}) {
      const { query, mode = 'HYBRID', first = 10, filter } = request;
      checkRequest(query, first);
      const after = request.after === undefined ? null : decodeCursor(request.after);
      const vector = mode === 'LEXICAL' ? null : await embedder.embedQuery(query, { signal });
      const terms = contentTerms(query);
      const wanted = { vector, limit: CANDIDATES, filter };
      return index.withSearcher(async (searcher) => {
        const found: Found =
          mode === 'SEMANTIC'
            ? { candidates: await searcher.candidates({ ...wanted, terms: null }), terms }
            : await candidatesInAllWordings(searcher, { ...wanted, query, terms }, abbreviations);
        const { respellings = [] } = found;
        const { ranked, hasNextPage } = cutPage(await rank(searcher, found.candidates, { mode }), {
          first,
          after,
        });
        const nodes = await load(searcher, ranked, found.terms);
        const edges = nodes.map(({ hit, cursor }) => ({ cursor, node: hit }));
        return { edges, hasNextPage, respellings };
      });
    },
    async similar(place, { first = 10 } = {}) {
      checkFirst(first);
      return index.withSearcher(async (searcher) => {
        const [[passage], [vector]] = await Promise.all([
          searcher.passagesAt([place]),
          searcher.vectorsAt([place]),
        ]);
        if (!passage || !vector) return null;
        const found = await searcher.candidates({ terms: null, vector, limit: CANDIDATES });
        const others = found.filter(
          (one) => one.articleKey !== place.articleKey || one.start !== place.start,
        );
        const ranked = await rank(searcher, others, { mode: 'SEMANTIC', original: passage.article });
        return (await load(searcher, ranked.slice(0, first), contentTerms(passage.text))).map(
          ({ hit }) => hit,
        );
      });
    },
  };
}

function checkRequest(query: string, first: number): void {
  if (query.trim() === '') {
    throw new FootnoteError('BLANK_QUERY', 'The query is blank. Write at least one word.');
  }
  if (query.length > MAX_QUERY_LENGTH) {
    const message = `The query has ${query.length} characters; the limit is ${MAX_QUERY_LENGTH}. Shorten it.`;
    throw new FootnoteError('QUERY_TOO_LONG', message);
  }
  checkFirst(first);
}

function checkFirst(first: number): void {
  if (!Number.isInteger(first) || first < 1 || first > MAX_FIRST) {
    throw new FootnoteError(
      'INVALID_FIRST',
      `first is ${first}; give a whole number from 1 to ${MAX_FIRST}.`,
    );
  }
}

/** @param original an article that ranks before all candidates, so that its copies count as such */
async function rank(
  searcher: Searcher,
  candidates: readonly Candidate[],
  { mode, original }: { mode: SearchMode; original?: StoredArticle },
): Promise<readonly RankedCandidate[]> {
  const ranked = scored(candidates, mode).sort(comparePositions);
  const copies = await copiedArticles(
    searcher,
    ranked.map(({ candidate }) => candidate),
  );
  const isCopy = ({ articleKey }: RankedCandidate) =>
    copies.has(articleKey) || (original?.duplicates.includes(articleKey) ?? false);
  const last = ranked.filter(isCopy).map((one) => ({ ...one, isCopy: true }));
  return last.length === 0 ? ranked : [...ranked.filter((one) => !isCopy(one)), ...last];
}

function scored(candidates: readonly Candidate[], mode: SearchMode): RankedCandidate[] {
  const all = mode === 'HYBRID' ? fuse(candidates) : null;
  return candidates.map((candidate, index) => {
    const { articleKey, start, lexical, semantic } = candidate;
    const fused = all?.[index] ?? null;
    const score = fused?.score ?? lexical ?? semantic ?? 0;
    return { isCopy: false, score, articleKey, start, candidate, fused };
  });
}

/** Made for what is shown only: hundreds are ranked. */
function explain({ candidate: { lexical, semantic }, fused, score }: RankedCandidate): ScoreExplanation {
  if (!fused) {
    return { lexical, semantic, parts: [{ name: lexical === null ? 'semantic' : 'lexical', value: score }] };
  }
  const parts = [
    { name: 'lexical', value: fused.lexicalPart },
    { name: 'semantic', value: fused.semanticPart },
  ];
  return { lexical, semantic, parts };
}

function cutPage(
  ranked: readonly RankedCandidate[],
  { first, after }: { first: number; after: RankPosition | null },
): { ranked: readonly RankedCandidate[]; hasNextPage: boolean } {
  const rest = after === null ? ranked : ranked.filter((one) => comparePositions(after, one) < 0);
  return { ranked: rest.slice(0, first), hasNextPage: rest.length > first };
}

async function load(
  searcher: Searcher,
  ranked: readonly RankedCandidate[],
  terms: readonly Term[],
): Promise<{ readonly cursor: string; readonly hit: SearchHit }[]> {
  const passages = await searcher.passagesAt(ranked);
  const findTerms = createTermFinder(terms);
  return ranked.flatMap((one, index) => {
    // An engine without snapshots may have lost a passage since it was ranked.
    const passage = passages[index];
    if (!passage) return [];
    const highlights = findTerms(passage.text).map(({ start, end }) => {
      return { start: passage.start + start, end: passage.start + end };
    });
    const hit = { passage, score: one.score, explanation: explain(one), highlights };
    return [{ cursor: encodeCursor(one), hit }];
  });
}
