import type { Engine, SearchMode } from '@footnote/engine';
import {
  type AnswerReport,
  answerFigures,
  isDoubtful,
  type RefusalReport,
  refusalFigures,
  reportAnswers,
  reportRefusal,
} from './answer-reports.ts';
import { askQuestions, type Outcome } from './ask-questions.ts';
import {
  measureRetrieval,
  type RankingMeasures,
  type RetrievalReport,
  reportRetrieval,
  retrievalFigures,
} from './evaluate-retrieval.ts';
import { type Failure, failuresOf } from './failures.ts';
import type { LabelledQuestion } from './labelled-set.ts';
import { comparePaired, type Difference } from './resampling.ts';

/** In the order in which they are reported: what is used, then each of its halves. */
const MODES = ['HYBRID', 'SEMANTIC', 'LEXICAL'] as const satisfies readonly SearchMode[];

/** Goes through questions for something, calling `onQuestion` after each; so that it can be shown. */
export type CountQuestions = <T>(activity: string, run: (onQuestion: () => void) => Promise<T>) => Promise<T>;

/** What came of each question, with one setting. */
export interface Evaluation {
  readonly rankings: Readonly<Record<SearchMode, readonly RankingMeasures[]>>;
  readonly outcomes: readonly Outcome[];
}

export interface EvaluationReport {
  /** Null where the set has no labels of the kind. */
  readonly retrieval: Readonly<Record<'hybrid' | 'semantic' | 'lexical', RetrievalReport>> | null;
  readonly answers: AnswerReport | null;
  readonly refusal: RefusalReport | null;
  /** What went wrong with questions of which the set says whether they can be answered. */
  readonly failures: readonly Failure[];
}

/** How a second setting differs, figure by figure; null where one of the two has no such figure. */
export interface Comparison {
  readonly retrieval: Readonly<Record<string, Difference | null>>;
  readonly answers: Readonly<Record<string, Difference | null>>;
  readonly refusal: Readonly<Record<string, Difference | null>>;
}

/** Searches and asks all the questions. */
export async function evaluate(
  engine: Pick<Engine, 'search' | 'ask'>,
  questions: readonly LabelledQuestion[],
  count: CountQuestions,
): Promise<Evaluation> {
  const rank = (mode: SearchMode) =>
    count(`Searching, ${mode.toLowerCase()}`, (onQuestion) =>
      measureRetrieval(engine, questions, { mode, onQuestion }),
    );
  const rankings = {
    HYBRID: await rank('HYBRID'),
    SEMANTIC: await rank('SEMANTIC'),
    LEXICAL: await rank('LEXICAL'),
  };
  const outcomes = await count('Asking', (onQuestion) => askQuestions(engine, questions, onQuestion));
  return { rankings, outcomes };
}

export function reportEvaluation({ rankings, outcomes }: Evaluation): EvaluationReport {
  const [hybrid, semantic, lexical] = MODES.map((mode) => reportRetrieval(rankings[mode]));
  return {
    retrieval: hybrid && semantic && lexical ? { hybrid, semantic, lexical } : null,
    answers: reportAnswers(outcomes),
    refusal: reportRefusal(outcomes),
    failures: failuresOf(outcomes),
  };
}

/** Compares two settings that were measured on the same questions; `modes` are those that each of them searches in. */
export function compareEvaluations(
  [first, second]: readonly [Evaluation, Evaluation],
  modes: readonly [SearchMode, SearchMode],
): Comparison {
  const rankings = [first.rankings[modes[0]], second.rankings[modes[1]]] as const;
  // A question counts with both or with neither.
  const places = first.outcomes.flatMap((outcome, place) =>
    isDoubtful(outcome) || isDoubtful(second.outcomes[place] as Outcome) ? [] : [place],
  );
  const outcomes = [first, second].map((one) => places.map((place) => one.outcomes[place] as Outcome));
  const answerable = outcomes.map((some) => some.filter((outcome) => outcome.answerable));
  return {
    retrieval: rankings[0].length === 0 ? {} : comparePaired(rankings, retrievalFigures),
    answers: comparePaired(answerable as [Outcome[], Outcome[]], answerFigures),
    refusal: comparePaired(outcomes as [Outcome[], Outcome[]], refusalFigures),
  };
}
