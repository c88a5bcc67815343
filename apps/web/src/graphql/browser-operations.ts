import { apiFilter, type Filter } from '../address/filter.ts';
import { articleQuery, type FullArticle } from './article-query.ts';
import type { Citation } from './ask-fields.ts';
import { removeArticleMutation } from './changes.ts';
import { type CitationCheck, verifyCitationsQuery } from './citation-check.ts';
import { type Facets, facetsOf, facetsQuery, facetVariables } from './facets.ts';
import { type IndexStatus, indexStatusQuery } from './index-status.ts';
import { type OrProblem, orProblem } from './or-problem.ts';
import { proseQuery, type Written } from './prose.ts';
import { queryOwnServer } from './query-own-server.ts';

/** What is in the index now. */
export function fetchIndexStatus(signal: AbortSignal): Promise<OrProblem<IndexStatus>> {
  const answer = queryOwnServer({ document: indexStatusQuery, variables: {}, signal });
  return orProblem(answer.then(({ index }) => index));
}

/** An article with its text; null when the index does not hold it. */
export function fetchArticle(key: string, signal: AbortSignal): Promise<OrProblem<FullArticle | null>> {
  const answer = queryOwnServer({ document: articleQuery, variables: { key }, signal });
  return orProblem(answer.then(({ article }) => article));
}

/** What articles can be filtered by, beside what is chosen. */
export function fetchFacets(filter: Filter, signal: AbortSignal): Promise<OrProblem<Facets>> {
  const answer = queryOwnServer({ document: facetsQuery, variables: facetVariables(filter), signal });
  return orProblem(answer.then(facetsOf));
}

/** What the writer makes of the answer to a question; it is sent the question and the quotes. */
export function fetchProse(question: string, filter: Filter): Promise<OrProblem<Written>> {
  const variables = { question, filter: apiFilter(filter) };
  return orProblem(queryOwnServer({ document: proseQuery, variables }).then(({ ask }) => ask));
}

/** Whether the quotes of citations stand in their articles now, compared character by character; in their order. */
export function fetchCitationChecks(
  citations: readonly Citation[],
  signal: AbortSignal,
): Promise<OrProblem<readonly CitationCheck[]>> {
  const inputs = citations.map(({ article, start, end, quote }) => ({
    articleId: article.id,
    start,
    end,
    quote,
  }));
  const variables = { citations: inputs };
  const answer = queryOwnServer({ document: verifyCitationsQuery, variables, signal });
  return orProblem(answer.then(({ verifyCitations }) => verifyCitations));
}

/** Removes an uploaded article; whether there was one. */
export function removeArticle(key: string, signal: AbortSignal): Promise<OrProblem<boolean>> {
  const answer = queryOwnServer({ document: removeArticleMutation, variables: { keys: [key] }, signal });
  return orProblem(answer.then(({ removeArticles }) => removeArticles.removed.length > 0));
}
