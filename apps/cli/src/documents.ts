import type { AskResult, Prose, SearchHit, SearchPage, StoredArticle, StoredPassage } from '@footnote/engine';

/** What `search --json` prints. */
export function searchDocument(query: string, mode: string, { edges }: SearchPage) {
  const hits = edges.map(({ node }) => ({ score: node.score, ...passageDocument(node.passage) }));
  return { query, mode, hits };
}

/** What `ask --json` prints: `__typename` and every field of AskResult, passages and articles as `search` has them. */
export function askDocument(result: AskResult, prose: Prose | null) {
  const { kind, ...fields } = result;
  if (result.kind === 'NoAnswer') {
    return { __typename: kind, ...fields, nearest: result.nearest.map(hitDocument) };
  }
  const citations = result.citations.map((citation) => ({
    ...citation,
    passage: passageDocument(citation.passage),
    article: articleDocument(citation.passage.article),
  }));
  return { __typename: kind, ...fields, prose, citations, evidence: result.evidence.map(hitDocument) };
}

/** Reads as a hit of `search` does, and has the fields of GraphQL's SearchHit besides. */
function hitDocument({ passage, ...hit }: SearchHit) {
  const place = passageDocument(passage);
  return { ...hit, ...place, passage: place };
}

function passageDocument({ article, start, end, text }: StoredPassage) {
  return { article: articleDocument(article), start, end, text };
}

function articleDocument({ key, title, source, publishedAt }: StoredArticle) {
  return { key, title, source, publishedAt };
}
