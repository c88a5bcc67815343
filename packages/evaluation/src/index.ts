export { addChangedQuestions, hideDocuments } from './altered-set.ts';
export { holdsAnswer, isExact, spanF1 } from './answer-measures.ts';
export type { AnswerReport, Intervals, RefusalReport } from './answer-reports.ts';
export {
  type AskedQuestion,
  type Calibration,
  calibrateThreshold,
  checkBothKinds,
} from './calibrate-threshold.ts';
export { type ChangedQuestion, createQuestionChanger, type QuestionChanger } from './change-question.ts';
export { CHANGES, type Change } from './changes.ts';
export {
  type Comparison,
  type CountQuestions,
  compareEvaluations,
  type Evaluation,
  type EvaluationReport,
  evaluate,
  reportEvaluation,
} from './evaluate.ts';
export { measureRetrieval, type RetrievalReport, retrievalFigures } from './evaluate-retrieval.ts';
export type { Failure, FailureKind } from './failures.ts';
export { ANSWER_FIGURES, REFUSAL_FIGURES, RETRIEVAL_FIGURES } from './figure-names.ts';
export {
  type LabelledDocument,
  type LabelledQuestion,
  type LabelledSet,
  readLabelledSet,
} from './labelled-set.ts';
export {
  comparisonRows,
  FAILURES,
  failureTable,
  markdownReport,
  reliabilityTable,
  table,
} from './markdown-report.ts';
export {
  areaUnderRoc,
  brierScore,
  calibrationError,
  type Forecast,
  type ReliabilityBin,
} from './probability-measures.ts';
export { ndcgAt, recallAt, reciprocalRankAt } from './ranking-measures.ts';
export type { Difference } from './resampling.ts';
export { sampleQuestions } from './sample-questions.ts';
export { withTemporaryIndex } from './temporary-index.ts';
export { type Interval, wilsonInterval } from './wilson-interval.ts';
