import type { ArticleFilter, IndexReader, WordCounts } from '@footnote/index';
import { MAX_QUERY_LENGTH, type Retriever, type SearchHit } from '@footnote/retrieval';
import { type MeantWord, meantWords, questionMeant } from './meant-names.ts';
import { wordsToCount } from './question-words.ts';
import { askedWordsOf, type EvidenceFeatures } from './sentence-features.ts';

/** How many passages are read for one question: the right one is among the first five 96 to 99 times in 100. */
export const EVIDENCE = 8;
/** How many are compared with the question. */
const COMPARED = 20;

/** All that one question needs of the index, so that judging it reads nothing more. */
export interface Evidence {
  readonly question: string;
  /** The day the question was asked (YYYY-MM-DD), from which its "last year" counts. */
  readonly today: string;
  /** The passages to read, best first. */
  readonly hits: readonly SearchHit[];
  readonly features: EvidenceFeatures;
  /** Of the words of `wordsToCount`. */
  readonly counts: WordCounts;
  /** Words of the question that may be misspelt. */
  readonly meant: readonly MeantWord[];
}

export interface EvidenceRequest {
  readonly question: string;
  readonly today: string;
  readonly filter?: ArticleFilter | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface Searching {
  readonly index: IndexReader;
  readonly retriever: Retriever;
}

/**
 * Searches for a question and reads what judging it needs. An interpreted one is searched as far as the limit goes; one
 * with a misspelt name as it is clearly meant, which is then its question.
 */
export async function findEvidence(searching: Searching, request: EvidenceRequest): Promise<Evidence> {
  const found = await searchEvidence(searching, request);
  const question = questionMeant(request.question, found.meant);
  return question === null ? found : await searchEvidence(searching, { ...request, question });
}

async function searchEvidence(
  { index, retriever }: Searching,
  { question, today, filter, signal }: EvidenceRequest,
): Promise<Evidence> {
  const query = question.slice(0, MAX_QUERY_LENGTH);
  const { edges, respellings } = await retriever.search({ query, first: COMPARED, filter }, { signal });
  const found = edges.map(({ node }) => node);
  const counts = await index.withSearcher((searcher) => searcher.wordCounts(wordsToCount(question)));
  const similarities = found.map(({ explanation }) => explanation.semantic ?? 0);
  return {
    question,
    today,
    hits: found.slice(0, EVIDENCE),
    features: evidenceFeatures(question, similarities),
    counts,
    meant: meantWords({ question, respellings, texts: found.map(titleAndText) }),
  };
}

function titleAndText({ passage: { article, text } }: SearchHit): string {
  return `${article.title ?? ''}\n${text}`;
}

/** Rank of the passage with which the most similar one is compared. */
const COMPARED_RANK = 10;

/** What is known before anything is read. @param similarities of the passages found, in any order */
export function evidenceFeatures(question: string, similarities: readonly number[]): EvidenceFeatures {
  const greatest = similarities.toSorted((a, b) => b - a);
  const best = greatest.at(0) ?? 0;
  const lower = greatest.at(Math.min(COMPARED_RANK, greatest.length) - 1) ?? best;
  return {
    bestSimilarity: best,
    similarityFall: best - lower,
    askedWords: askedWordsOf(wordsToCount(question).length),
    agreement: 1,
  };
}
