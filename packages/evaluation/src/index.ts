export { addChangedQuestions, hideDocuments } from './altered-set.ts';
export { holdsAnswer, isExact, spanF1 } from './answer-measures.ts';
export {
  type AskedQuestion,
  type Calibration,
  calibrateThreshold,
  checkBothKinds,
} from './calibrate-threshold.ts';
export {
  CHANGES,
  type Change,
  type ChangedQuestion,
  createQuestionChanger,
  type QuestionChanger,
} from './change-question.ts';
export { type AnswerReport, evaluateAnswers, type RefusalReport } from './evaluate-answers.ts';
export { evaluateRetrieval, type RetrievalReport } from './evaluate-retrieval.ts';
export {
  type LabelledDocument,
  type LabelledQuestion,
  type LabelledSet,
  readLabelledSet,
} from './labelled-set.ts';
export { areaUnderRoc, brierScore, calibrationError, type Forecast } from './probability-measures.ts';
export { ndcgAt, recallAt, reciprocalRankAt } from './ranking-measures.ts';
export { sampleQuestions } from './sample-questions.ts';
export { withTemporaryIndex } from './temporary-index.ts';
export { type Interval, wilsonInterval } from './wilson-interval.ts';
