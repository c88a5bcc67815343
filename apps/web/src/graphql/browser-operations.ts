import type { Filter } from '../address/filter.ts';
import { articleQuery, type FullArticle } from './article-query.ts';
import type { Citation } from './ask-fields.ts';
import { type CitationCheck, verifyCitationQuery } from './citation-check.ts';
import { type Facets, facetsOf, facetsQuery, facetVariables } from './facets.ts';
import { type IndexStatus, indexStatusQuery } from './index-status.ts';
import { type OrProblem, orProblem } from './or-problem.ts';
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

/** Whether the quote of a citation stands in its article now, compared character by character. */
export function fetchCitationCheck(
  citation: Citation,
  signal: AbortSignal,
): Promise<OrProblem<CitationCheck>> {
  const { article, start, end, quote } = citation;
  const variables = { articleId: article.id, start, end, quote };
  const answer = queryOwnServer({ document: verifyCitationQuery, variables, signal });
  return orProblem(answer.then(({ verifyCitation }) => verifyCitation));
}
