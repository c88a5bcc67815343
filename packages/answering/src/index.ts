export { default as answerModels } from './answer-models.json' with { type: 'json' };
export { type AnsweringOptions, type AnsweringParts, createAnswerer } from './answerer.ts';
export type {
  Answer,
  Answerer,
  AnswerSentence,
  AskOptions,
  AskProgress,
  AskRequest,
  AskResult,
  AskStage,
  Certainty,
  Citation,
  Collection,
  ConversationTurn,
  Disagreement,
  NoAnswer,
  NoAnswerReason,
} from './ask-result.ts';
export { certaintyOf } from './compose-answer.ts';
export type { Contradictions } from './contradictions.ts';
export { compareSimilarities, EVIDENCE, type Evidence, findEvidence } from './evidence.ts';
export { createOverlapJudge, createReadingJudge, type Judge, type JudgedSentence } from './judge-evidence.ts';
export { type QuestionWords, weighQuestion, wordsToCount } from './question-words.ts';
export {
  type AnswerModel,
  confidenceOf,
  type DecisionFeature,
  type LinearModel,
  type RankingFeature,
  scoreSentence,
} from './sentence-features.ts';
