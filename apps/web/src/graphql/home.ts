import { graphql } from './graphql.ts';
import { queryApi } from './query-api.ts';

/** How many articles are asked, and which of the articles that the starter questions are about are among them. */
const homeQuery = graphql(`
  query Home {
    index {
      articles
    }
    meeting: article(key: "2010-03-24-first-meeting.md") {
      id
    }
    trade: article(key: "2024-01-12-record-trade-in-2023.md") {
      id
    }
    taiwan: article(key: "2022-09-15-samarkand-meeting.md") {
      id
    }
  }
`);

const STARTERS = {
  meeting: 'When did Putin and Xi first meet?',
  trade: 'How much was trade between Russia and China worth in 2023?',
  taiwan: 'What did Putin say about Taiwan?',
} as const;

export interface Home {
  /** How many articles are asked. */
  readonly articles: number;
  /** Questions to begin with: those whose article, of the sample ones, is in the index. */
  readonly starters: readonly string[];
}

/** @throws ApiError */
export async function loadHome(): Promise<Home> {
  const { index, meeting, trade, taiwan } = await queryApi(homeQuery, {});
  const indexed = { meeting, trade, taiwan };
  const topics = ['meeting', 'trade', 'taiwan'] as const;
  return {
    articles: index.articles,
    starters: topics.filter((topic) => indexed[topic] !== null).map((topic) => STARTERS[topic]),
  };
}
