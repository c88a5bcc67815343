import type { LocatedAskResult, LocatedHit, LocatedPassage, LocatedSearchPage } from '@footnote/engine';
import type { StoredArticle } from '@footnote/index';

/** What `search --json` prints. */
export function searchDocument(query: string, mode: string, { edges }: LocatedSearchPage) {
  const hits = edges.map(({ node }) => ({ score: node.score, ...passageDocument(node.passage) }));
  return { query, mode, hits };
}

/** What `ask --json` prints: `__typename` and every field of AskResult, passages and articles as `search` has them. */
export function askDocument(result: LocatedAskResult) {
  const { kind, ...fields } = result;
  if (result.kind === 'NoAnswer') {
    return { __typename: kind, ...fields, nearest: result.nearest.map(hitDocument) };
  }
  const citations = result.citations.map(({ articleKey: _, ...citation }) => ({
    ...citation,
    passage: passageDocument(citation.passage),
    article: articleDocument(citation.article),
  }));
  return { __typename: kind, ...fields, citations, evidence: result.evidence.map(hitDocument) };
}

/** Reads as a hit of `search` does, and has the fields of GraphQL's SearchHit besides. */
function hitDocument({ passage, ...hit }: LocatedHit) {
  const place = passageDocument(passage);
  return { ...hit, ...place, passage: place };
}

function passageDocument({ article, start, end, text }: LocatedPassage) {
  return { article: articleDocument(article), start, end, text };
}

function articleDocument({ key, title, source, publishedAt }: StoredArticle) {
  return { key, title, source, publishedAt };
}
