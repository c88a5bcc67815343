import type { IndexReader } from '@footnote/index';
import type { Retriever, SearchRequest } from '@footnote/retrieval';
import { locate } from './locate.ts';
import type { LocatedSearchPage } from './located.ts';
import { onSteadyIndex } from './steady-index.ts';

interface SearchRooms {
  readonly reader: IndexReader;
  readonly retriever: Retriever;
}

/** A page of hits, each with the article that its offsets refer to. */
export function searchArticles(
  { reader, retriever }: SearchRooms,
  request: SearchRequest,
): Promise<LocatedSearchPage> {
  return onSteadyIndex(async () => {
    const page = await retriever.search(request);
    const passages = locate(
      reader,
      page.edges.map(({ node }) => node.passage),
    );
    const edges = page.edges.map(({ cursor, node }) => ({
      cursor,
      node: { ...node, passage: passages(node.passage) },
    }));
    return { edges, hasNextPage: page.hasNextPage };
  });
}
