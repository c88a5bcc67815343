import { FootnoteError } from '@footnote/core';
import type { Candidate, IndexReader, PassagePlace, Searcher, StoredArticle } from '@footnote/index';
import type { Embedder } from '@footnote/inference';
import { fuse } from './fusion.ts';
import { contentTerms, createTermFinder, type Term } from './query-terms.ts';
import { comparePositions, decodeCursor, encodeCursor, type RankPosition } from './search-cursor.ts';
import type { ScoreExplanation, SearchHit, SearchMode, SearchPage, SearchRequest } from './search-hit.ts';
import { standingArticles } from './standing-articles.ts';

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
  readonly explanation: ScoreExplanation;
}

/** Searches what the index holds with the model that embedded it. */
export function createRetriever({ index, embedder }: { index: IndexReader; embedder: Embedder }): Retriever {
  return {
    async search(request, { signal } = {}) {
      const { query, mode = 'HYBRID', first = 10, filter } = request;
      checkRequest(query, first);
      const after = request.after === undefined ? null : decodeCursor(request.after);
      const vector = mode === 'LEXICAL' ? null : await embedder.embedQuery(query, { signal });
      const terms = contentTerms(query);
      const words = mode === 'SEMANTIC' ? null : terms.map((term) => term.word);
      return index.withSearcher(async (searcher) => {
        const found = await searcher.candidates({ terms: words, vector, limit: CANDIDATES, filter });
        const { ranked, hasNextPage } = cutPage(await rank(searcher, found, { mode }), {
          first,
          after,
        });
        const nodes = await load(searcher, ranked, terms);
        return { edges: nodes.map(({ hit, cursor }) => ({ cursor, node: hit })), hasNextPage };
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
): Promise<RankedCandidate[]> {
  const explanations = explain(candidates, mode);
  const ranked = candidates.map((candidate, index): RankedCandidate => {
    const explanation = explanations[index]!;
    const score = explanation.parts.reduce((sum, part) => sum + part.value, 0);
    const { articleKey, start } = candidate;
    return { isCopy: false, score, articleKey, start, candidate, explanation };
  });
  ranked.sort(comparePositions);
  const standing = await standingArticles(
    searcher,
    ranked.map(({ candidate }) => candidate),
  );
  const isCopy = (key: string) => !standing.has(key) || (original?.duplicates.includes(key) ?? false);
  return ranked.map((one) => ({ ...one, isCopy: isCopy(one.articleKey) })).sort(comparePositions);
}

function explain(candidates: readonly Candidate[], mode: SearchMode): ScoreExplanation[] {
  if (mode === 'HYBRID') {
    return fuse(candidates).map(({ lexicalPart, semanticPart }, index) => {
      const { lexical, semantic } = candidates[index]!;
      const parts = [
        { name: 'lexical', value: lexicalPart },
        { name: 'semantic', value: semanticPart },
      ];
      return { lexical, semantic, parts };
    });
  }
  return candidates.map(({ lexical, semantic }) => {
    const name = mode === 'LEXICAL' ? 'lexical' : 'semantic';
    return { lexical, semantic, parts: [{ name, value: (mode === 'LEXICAL' ? lexical : semantic) ?? 0 }] };
  });
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
    const { score, explanation } = one;
    return [{ cursor: encodeCursor(one), hit: { passage, score, explanation, highlights } }];
  });
}
