import { startServer } from '@footnote/api';
import { pino } from 'pino';

export interface SearchServer {
  readonly answered: number;
  readonly failed: number;
  /** @throws Error when the server gives an error, or a passage that is not in its article */
  ask(): Promise<void>;
  close(): Promise<void>;
}

const QUERY = `{ index { articles } search(query: "the minister and the river", first: 20) {
  edges { node { passage { text start end article { text } } } } } }`;

interface SearchResult {
  readonly errors?: readonly { readonly message: string }[];
  readonly data?: {
    readonly index: { readonly articles: number };
    readonly search: { readonly edges: readonly { readonly node: { readonly passage: SearchedPassage } }[] };
  };
}

interface SearchedPassage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly article: { readonly text: string };
}

/** A server that stays up while the index under it is made, killed and replaced. */
export async function searchServer(index: string): Promise<SearchServer> {
  const server = await startServer({
    index,
    host: '127.0.0.1',
    port: 0,
    logger: pino({ enabled: false }),
  });
  await server.ready;
  const counts = { answered: 0, failed: 0 };
  return {
    get answered() {
      return counts.answered;
    },
    get failed() {
      return counts.failed;
    },
    async ask() {
      counts.failed += 1;
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: QUERY }),
      });
      const { data, errors } = (await response.json()) as SearchResult;
      if (!data || errors) throw new Error(`the server says: ${JSON.stringify(errors)}`);
      for (const { node } of data.search.edges) {
        const { article, text, start, end } = node.passage;
        if (article.text.slice(start, end) !== text) throw new Error('the server gave a false quote');
      }
      counts.failed -= 1;
      counts.answered += 1;
    },
    close: () => server.close(),
  };
}
