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
export { EVIDENCE, type Evidence, evidenceFeatures, findEvidence } from './evidence.ts';
export {
  createOverlapJudge,
  createReadingJudge,
  type Judge,
  weighTogether,
} from './judge-evidence.ts';
export type { JudgedSentence } from './judged-sentence.ts';
export { type QuestionWords, weighQuestion, wordsToCount } from './question-words.ts';
export { readingRequestOf } from './reading-request.ts';
export {
  type AnswerModel,
  confidenceOf,
  type DecisionFeature,
  type LinearModel,
  type RankingFeature,
  scoreSentence,
} from './sentence-features.ts';
