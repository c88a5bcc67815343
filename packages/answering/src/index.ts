export { type AnsweringRooms, createAnswerer } from './answerer.ts';
export type {
  Answer,
  Answerer,
  AnswerSentence,
  AskProgress,
  AskRequest,
  AskResult,
  AskStage,
  Citation,
  ConversationTurn,
  NoAnswer,
  NoAnswerReason,
} from './ask-result.ts';
