import { FootnoteError } from '@footnote/core';
import type { IndexReader, PassageScore, StoredPassage } from '@footnote/index';
import type { Embedder } from '@footnote/inference';
import { type Candidate, fuse } from './fusion.ts';
import { contentTerms, type Term, termsOf } from './query-terms.ts';
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
   * copies of an article come after all others.
   * @throws FootnoteError `BLANK_QUERY`, `QUERY_TOO_LONG`, `INVALID_FIRST`, `INVALID_CURSOR`
   */
  search(request: SearchRequest): Promise<SearchPage>;
}

interface RankedPassage extends RankPosition {
  readonly passage: StoredPassage;
  readonly explanation: ScoreExplanation;
}

/** Searches what `reader` holds with the model that embedded it. */
export function createRetriever(rooms: { reader: IndexReader; embedder: Embedder }): Retriever {
  const { reader, embedder } = rooms;
  return {
    async search(request) {
      const { query, mode = 'HYBRID', first = 10 } = request;
      checkRequest(query, first);
      const after = request.after === undefined ? null : decodeCursor(request.after);
      if (reader.status().passages === 0) return { edges: [], hasNextPage: false };
      const vector = mode === 'LEXICAL' ? null : await embedder.embedQuery(query);
      const terms = contentTerms(query);
      return reader.snapshot(() => {
        const candidates = findCandidates(reader, { mode, terms, vector, filter: request.filter });
        return pageOf(rank(reader, candidates, mode), { first, after, terms });
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
  if (!Number.isInteger(first) || first < 1 || first > MAX_FIRST) {
    throw new FootnoteError(
      'INVALID_FIRST',
      `first is ${first}; give a whole number from 1 to ${MAX_FIRST}.`,
    );
  }
}

interface CandidateQuery {
  readonly mode: SearchMode;
  readonly terms: readonly Term[];
  readonly vector: Float32Array | null;
  readonly filter: SearchRequest['filter'];
}

function findCandidates(reader: IndexReader, query: CandidateQuery): Candidate[] {
  const options = { limit: CANDIDATES, filter: query.filter };
  const words = query.terms.map((term) => term.word);
  const lexical = query.mode === 'SEMANTIC' ? [] : reader.lexicalScores(words, options);
  if (query.vector === null) return merge(lexical, []);
  const semantic = reader.semanticScores(query.vector, options);
  return merge(lexical, [...semantic, ...missingSimilarities(reader, query.vector, { lexical, semantic })]);
}

/** A passage found by its words only has a similarity too: without it, fusion would take it for the least similar. */
function missingSimilarities(
  reader: IndexReader,
  vector: Float32Array,
  found: { lexical: readonly PassageScore[]; semantic: readonly PassageScore[] },
): PassageScore[] {
  const known = new Set(found.semantic.map((score) => score.passageId));
  const missing = found.lexical.map((score) => score.passageId).filter((id) => !known.has(id));
  const similarities = reader.similarities(vector, missing);
  return missing.map((passageId, index) => ({ passageId, score: similarities[index] as number }));
}

function merge(lexical: readonly PassageScore[], semantic: readonly PassageScore[]): Candidate[] {
  const byId = new Map<number, { passageId: number; lexical: number | null; semantic: number | null }>();
  for (const { passageId, score } of lexical)
    byId.set(passageId, { passageId, lexical: score, semantic: null });
  for (const { passageId, score } of semantic) {
    const candidate = byId.get(passageId);
    if (candidate) candidate.semantic = score;
    else byId.set(passageId, { passageId, lexical: null, semantic: score });
  }
  return [...byId.values()];
}

function rank(reader: IndexReader, candidates: readonly Candidate[], mode: SearchMode): RankedPassage[] {
  const explanations = explain(candidates, mode);
  const ranked = candidates.map((candidate, index): RankedPassage => {
    const passage = reader.passage(candidate.passageId);
    if (passage === null) throw new Error(`Passage ${candidate.passageId} has a score but no row.`);
    const explanation = explanations[index] as ScoreExplanation;
    const score = explanation.parts.reduce((sum, part) => sum + part.value, 0);
    return {
      isCopy: false,
      score,
      articleKey: passage.articleKey,
      start: passage.start,
      passage,
      explanation,
    };
  });
  return markCopies(reader, ranked.sort(comparePositions)).sort(comparePositions);
}

function explain(candidates: readonly Candidate[], mode: SearchMode): ScoreExplanation[] {
  if (mode === 'HYBRID') {
    return fuse(candidates).map(({ lexicalPart, semanticPart }, index) => {
      const { lexical, semantic } = candidates[index] as Candidate;
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

/** Of several copies of one story, the one that ranks first stands for all; the others' passages are marked. */
function markCopies(reader: IndexReader, ranked: readonly RankedPassage[]): RankedPassage[] {
  const standing = new Set<string>();
  const copies = new Set<string>();
  return ranked.map((hit) => {
    if (!standing.has(hit.articleKey) && !copies.has(hit.articleKey)) {
      standing.add(hit.articleKey);
      for (const key of reader.article(hit.articleKey)?.duplicates ?? []) copies.add(key);
    }
    return copies.has(hit.articleKey) && !standing.has(hit.articleKey) ? { ...hit, isCopy: true } : hit;
  });
}

function pageOf(
  ranked: readonly RankedPassage[],
  page: { first: number; after: RankPosition | null; terms: readonly Term[] },
): SearchPage {
  const { after } = page;
  const rest = after === null ? ranked : ranked.filter((hit) => comparePositions(after, hit) < 0);
  const edges = rest
    .slice(0, page.first)
    .map((hit) => ({ cursor: encodeCursor(hit), node: toHit(hit, page.terms) }));
  return { edges, hasNextPage: rest.length > page.first };
}

function toHit(ranked: RankedPassage, terms: readonly Term[]): SearchHit {
  const { passage, score, explanation } = ranked;
  const stems = new Set(terms.map((term) => term.stem));
  const highlights = termsOf(passage.text)
    .filter((term) => stems.has(term.stem))
    .map(({ start, end }) => ({ start: passage.start + start, end: passage.start + end }));
  return { passage, score, explanation, highlights };
}
