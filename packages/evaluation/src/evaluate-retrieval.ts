import type { Engine, SearchMode } from '@footnote/engine';
import type { Intervals } from './answer-reports.ts';
import type { LabelledQuestion } from './labelled-set.ts';
import { ndcgAt, recallAt, reciprocalRankAt } from './ranking-measures.ts';
import { bootstrap } from './resampling.ts';

/** How deep rankings are measured. */
const DEPTH = 10;
const PAGE = 50;

/** Each measure 0 to 1. */
export interface RankingMeasures {
  readonly ndcg10: number;
  readonly recall5: number;
  readonly recall10: number;
  readonly mrr10: number;
  /** Share of the questions with any relevant document among the first five. */
  readonly success5: number;
}

export interface RetrievalReport extends RankingMeasures {
  readonly questions: number;
  readonly intervals: Intervals<keyof RankingMeasures>;
}

/** The measures of each question that has a relevant document, in order. */
export async function measureRetrieval(
  engine: Pick<Engine, 'search'>,
  questions: readonly LabelledQuestion[],
  { mode, onQuestion }: { mode: SearchMode; onQuestion: () => void },
): Promise<RankingMeasures[]> {
  const measures: RankingMeasures[] = [];
  for (const { text, relevant } of questions) {
    if (relevant.size > 0) measures.push(measure(await rankDocuments(engine, text, mode), relevant));
    onQuestion();
  }
  return measures;
}

/** Mean measures; null without any. */
export function reportRetrieval(measures: readonly RankingMeasures[]): RetrievalReport | null {
  if (measures.length === 0) return null;
  return {
    questions: measures.length,
    ...retrievalFigures(measures),
    intervals: bootstrap(measures, retrievalFigures),
  };
}

/** Of at least one question. */
export function retrievalFigures(
  measures: readonly RankingMeasures[],
): Record<keyof RankingMeasures, number> {
  const mean = (name: keyof RankingMeasures) =>
    measures.reduce((sum, one) => sum + one[name], 0) / measures.length;
  return {
    ndcg10: mean('ndcg10'),
    recall5: mean('recall5'),
    recall10: mean('recall10'),
    mrr10: mean('mrr10'),
    success5: mean('success5'),
  };
}

function measure(ranking: readonly string[], relevant: ReadonlyMap<string, number>): RankingMeasures {
  return {
    ndcg10: ndcgAt(10, ranking, relevant),
    recall5: recallAt(5, ranking, relevant),
    recall10: recallAt(10, ranking, relevant),
    mrr10: reciprocalRankAt(10, ranking, relevant),
    success5: recallAt(5, ranking, relevant) > 0 ? 1 : 0,
  };
}

/** A document ranks where its best passage does. */
async function rankDocuments(
  engine: Pick<Engine, 'search'>,
  query: string,
  mode: SearchMode,
): Promise<string[]> {
  const documents = new Set<string>();
  let after: string | undefined;
  do {
    const page = await engine.search({ query, mode, first: PAGE, after });
    for (const { node } of page.edges) documents.add(node.passage.articleKey);
    after = page.hasNextPage ? page.edges.at(-1)?.cursor : undefined;
  } while (after !== undefined && documents.size < DEPTH);
  return [...documents];
}
