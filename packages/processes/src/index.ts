export { ProcessPool } from './process-pool.ts';
export { type AnswerRequest, serveRequests } from './serve-requests.ts';
export { ModelProcess, type ModelProcessOptions, type RequestOptions } from './worker-process.ts';
