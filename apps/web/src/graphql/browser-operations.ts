import { articleQuery, type FullArticle } from './article-query.ts';
import type { Citation } from './ask-fields.ts';
import { type CitationCheck, verifyCitationQuery } from './citation-check.ts';
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
