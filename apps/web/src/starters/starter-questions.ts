import { graphql } from '@footnote/client';
import { untilNoneIsAsked } from '../graphql/ask-once.ts';
import { queryApiFor } from '../graphql/query-api.ts';
import { questionsFromText } from './questions-from-text.ts';

/** So many are shown, and so many are tried at most. */
const SHOWN = 3;
const TRIED = 9;

const openingsQuery = graphql(`
  query Openings {
    articles(first: 30) {
      edges {
        node {
          passages(first: 3) {
            edges {
              node {
                text
              }
            }
          }
        }
      }
    }
  }
`);

const answerableQuery = graphql(`
  query Answerable($question: String!) {
    ask(question: $question) {
      ... on Answer {
        confidence
      }
    }
  }
`);

interface Found {
  readonly updatedAt: string | null;
  readonly questions: Promise<readonly string[]>;
}

/** Those of the index as it is, found once for all readers. */
let found: Found | undefined;

/**
 * Questions to begin with, made from the reader's own articles: each was asked, and is answered.
 * @param updatedAt of the index; another state of it has other questions
 * @throws FootnoteApiError
 */
export function starterQuestions(updatedAt: string | null): Promise<readonly string[]> {
  if (found === undefined || found.updatedAt !== updatedAt) {
    const questions = findQuestions();
    found = { updatedAt, questions };
    questions.catch(() => {
      found = undefined;
    });
  }
  return found.questions;
}

async function findQuestions(): Promise<readonly string[]> {
  const { articles } = await queryApiFor(null, { document: openingsQuery, variables: {} });
  const ofEach = articles.edges.map(({ node }) =>
    questionsFromText(node.passages.edges.map((passage) => passage.node.text).join('\n')),
  );
  const answered: { question: string; confidence: number }[] = [];
  for (const question of inTurns(ofEach).slice(0, TRIED)) {
    await untilNoneIsAsked();
    const { ask } = await queryApiFor(null, { document: answerableQuery, variables: { question } });
    if ('confidence' in ask) {
      answered.push({ question, confidence: ask.confidence });
    }
  }
  return answered
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, SHOWN)
    .map(({ question }) => question);
}

/** The first of each list, then the second of each, without repeats: the questions are about different articles. */
function inTurns(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const turns = Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list[turn] ?? []));
  return [...new Set(turns.flat())];
}
