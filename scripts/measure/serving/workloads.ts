import { createHash } from 'node:crypto';
import type { Workload } from './closed-loop.ts';

const SEARCH = `query ($text: String!) { search(query: $text, first: 10) { edges { cursor node { score
  explanation { lexical semantic } highlights { start end }
  passage { id text start end article { key title source publishedAt } } } } } }`;
const ASK = `query ($text: String!) { ask(question: $text) { __typename
  ... on Answer { citations { quote start end article { text } } } ... on NoAnswer { reason } } }`;

interface ToolResponse {
  readonly result?: { readonly structuredContent?: { readonly hits?: readonly unknown[] } };
}

interface Response {
  readonly errors?: readonly unknown[];
  readonly data?: {
    readonly search?: { readonly edges: readonly unknown[] };
    readonly ask?: { readonly citations?: readonly Citation[] };
  };
}

interface Citation {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly article: { readonly text: string };
}

/** Questions of which one is asked again and again. */
const ASKED_AGAIN = 4;

/**
 * Searches for words, and questions with words, that stand in the texts. No two turns ask the same, but for the
 * questions that are asked again.
 */
export function workloadsOf(texts: readonly string[]): readonly Workload[] {
  const words = texts.flatMap((text) => text.match(/\p{L}{3,}/gu) ?? []);
  const some = (turn: number, count: number) =>
    Array.from({ length: count }, (_, place) => words[numberOf(`${turn} ${place}`) % words.length]!).join(
      ' ',
    );
  const question = (turn: number) => `What did ${some(turn, 2)} say about ${some(turn + 0.5, 3)} ${turn}?`;
  return [
    {
      name: 'search',
      body: (turn) => bodyOf(SEARCH, `${some(turn, 5)} ${turn}`),
      isRight: (response) => ((response as Response).data?.search?.edges.length ?? 0) > 0,
    },
    {
      name: 'ask again',
      body: (turn) => bodyOf(ASK, question(-1 - (turn % ASKED_AGAIN))),
      isRight: (response) => isVerbatim(response as Response),
    },
    {
      name: 'search by an agent',
      path: '/mcp',
      body: (turn) => {
        const params = { name: 'search', arguments: { query: `${some(turn, 5)} ${turn}` } };
        return JSON.stringify({ jsonrpc: '2.0', id: turn, method: 'tools/call', params });
      },
      isRight: (response) => ((response as ToolResponse).result?.structuredContent?.hits?.length ?? 0) > 0,
    },
    {
      name: 'ask',
      body: (turn) => bodyOf(ASK, question(turn)),
      isRight: (response) => isVerbatim(response as Response),
    },
  ];
}

function bodyOf(query: string, text: string): string {
  return JSON.stringify({ query, variables: { text } });
}

/** Whether an answer or a refusal came, each quote of it word for word in its article. */
function isVerbatim({ data, errors }: Response): boolean {
  if (errors || !data?.ask) return false;
  return (data.ask.citations ?? []).every(
    ({ article, quote, start, end }) => article.text.slice(start, end) === quote,
  );
}

/** The same for the same text, every time. */
function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE();
}
