export { LimitExceededError } from './limit-exceeded-error.ts';
export { ProcessPool, type ProcessPoolOptions } from './process-pool.ts';
export { fromSentError, type SentError, toSentError } from './sent-error.ts';
export { type AnswerRequest, serveRequests } from './serve-requests.ts';
export {
  type ProcessLimits,
  type RequestOptions,
  WorkerProcess,
  type WorkerProcessOptions,
} from './worker-process.ts';
