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
export { claimsOf } from './claims.ts';
export { certaintyOf } from './compose-answer.ts';
export { type Contradictions, contradictionsOf } from './contradictions.ts';
export { datesIn } from './dates-in-text.ts';
export { EVIDENCE, type Evidence, evidenceFeatures, findEvidence } from './evidence.ts';
export { MAX_TURNS } from './interpret-question.ts';
export {
  createOverlapJudge,
  createReadingJudge,
  type Judge,
  weighTogether,
} from './judge-evidence.ts';
export type { JudgedSentence } from './judged-sentence.ts';
export { quantitiesIn } from './quantities-in-text.ts';
export { type QuestionWords, weighQuestion, wordsToCount } from './question-words.ts';
export { leansOnAnother } from './quote-in-context.ts';
export { readingRequestOf } from './reading-request.ts';
export {
  type AnswerModel,
  confidenceOf,
  type DecisionFeature,
  type LinearModel,
  type RankingFeature,
  scoreSentence,
} from './sentence-features.ts';
