export { type AnsweringParts, createAnswerer, EVIDENCE } from './answerer.ts';
export type {
  Answer,
  Answerer,
  AnswerSentence,
  AskOptions,
  AskProgress,
  AskRequest,
  AskResult,
  AskStage,
  Citation,
  ConversationTurn,
  NoAnswer,
  NoAnswerReason,
} from './ask-result.ts';
export { createOverlapJudge, createReadingJudge, type Judge, type JudgedSentence } from './judge-evidence.ts';
export { type QuestionWords, weighQuestion, wordsToCount } from './question-words.ts';
export {
  type AnswerModel,
  confidenceOf,
  type LinearModel,
  type SentenceFeatures,
  scoreSentence,
} from './sentence-features.ts';
