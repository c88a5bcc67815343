import type { ResultOf } from 'gql.tada';
import { articleFields } from './article-fields.ts';
import { graphql } from './graphql.ts';

const passageFields = graphql(
  `
    fragment PassageFields on Passage @_unmask {
      id
      text
      start
      end
      article {
        ...ArticleFields
      }
    }
  `,
  [articleFields],
);

const hitFields = graphql(
  `
    fragment HitFields on SearchHit @_unmask {
      score
      highlights {
        start
        end
      }
      passage {
        ...PassageFields
      }
    }
  `,
  [passageFields],
);

const answerFields = graphql(
  `
    fragment AnswerFields on Answer @_unmask {
      __typename
      question
      interpretedQuestion
      text
      confidence
      threshold
      sentences {
        text
        citationNumbers
      }
      citations {
        number
        quote
        start
        end
        answerSpan {
          start
          end
        }
        article {
          ...ArticleFields
        }
      }
    }
  `,
  [articleFields],
);

const noAnswerFields = graphql(
  `
    fragment NoAnswerFields on NoAnswer @_unmask {
      __typename
      question
      interpretedQuestion
      reason
      confidence
      threshold
      nearest {
        ...HitFields
      }
    }
  `,
  [hitFields],
);

export const searchDocument = graphql(
  `
    query Search($query: String!, $first: Int, $after: String, $mode: SearchMode, $filter: ArticleFilter) {
      search(query: $query, first: $first, after: $after, mode: $mode, filter: $filter) {
        edges {
          node {
            ...HitFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [hitFields],
);

export const askDocument = graphql(
  `
    subscription Ask($question: String!, $history: [ConversationTurn!], $filter: ArticleFilter) {
      ask(question: $question, history: $history, filter: $filter) {
        __typename
        ... on AskProgress {
          stage
        }
        ...AnswerFields
        ...NoAnswerFields
      }
    }
  `,
  [answerFields, noAnswerFields],
);

const writerFields = graphql(`
  fragment WriterFields on Writer @_unmask {
    host
    model
  }
`);

const proseFields = graphql(
  `
    fragment ProseFields on Prose @_unmask {
      text
      sentences {
        text
        citationNumbers
      }
      dropped
      reason
      writer {
        ...WriterFields
      }
    }
  `,
  [writerFields],
);

export const proseDocument = graphql(
  `
    query Prose($question: String!, $history: [ConversationTurn!], $filter: ArticleFilter) {
      ask(question: $question, history: $history, filter: $filter) {
        __typename
        ... on Answer {
          prose {
            ...ProseFields
          }
        }
      }
    }
  `,
  [proseFields],
);

export const writerDocument = graphql(
  `
    query Writer {
      writer {
        ...WriterFields
      }
    }
  `,
  [writerFields],
);

export const articleDocument = graphql(
  `
    query ArticleByKey($key: String!) {
      article(key: $key) {
        ...ArticleFields
        text
      }
    }
  `,
  [articleFields],
);

export const verifyDocument = graphql(`
  query Verify($citations: [CitationInput!]!) {
    verifyCitations(citations: $citations) {
      valid
      reason
      actual
    }
  }
`);

export const addArticlesDocument = graphql(`
  subscription AddArticles($files: [ArticleFile!]!) {
    addArticles(files: $files) {
      __typename
      ... on IndexProgress {
        stage
        files
        totalFiles
        passages
        secondsLeft
      }
      ... on IndexReport {
        added
        replaced
        removed
        unchanged
        skipped {
          path
          reason
        }
        warnings
        articles
        passages
        seconds
      }
    }
  }
`);

export const removeArticlesDocument = graphql(`
  mutation RemoveArticles($keys: [String!]!) {
    removeArticles(keys: $keys) {
      removed
      missing
    }
  }
`);

export type Passage = ResultOf<typeof passageFields>;
export type SearchHit = ResultOf<typeof hitFields>;
export type Answer = ResultOf<typeof answerFields>;
export type Citation = Answer['citations'][number];
export type NoAnswer = ResultOf<typeof noAnswerFields>;
export type AskResult = Answer | NoAnswer;
type AskEvent = ResultOf<typeof askDocument>['ask'];
export type Prose = ResultOf<typeof proseFields>;
export type Writer = ResultOf<typeof writerFields>;
export type CitationCheck = ResultOf<typeof verifyDocument>['verifyCitations'][number];
export type AskStage = Extract<AskEvent, { readonly __typename: 'AskProgress' }>['stage'];
type AddArticlesEvent = ResultOf<typeof addArticlesDocument>['addArticles'];
export type IndexProgress = Extract<AddArticlesEvent, { readonly __typename: 'IndexProgress' }>;
export type IndexReport = Extract<AddArticlesEvent, { readonly __typename: 'IndexReport' }>;
export type RemovalReport = ResultOf<typeof removeArticlesDocument>['removeArticles'];
