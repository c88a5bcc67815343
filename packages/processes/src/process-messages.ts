import type { SentError } from './sent-error.ts';

/** What a worker process and its parent say to each other, structured-cloned. */
export type ProcessMessage =
  | { readonly kind: 'start'; readonly payload: unknown; readonly memoryMb: number | undefined }
  | ProcessRequest
  | { readonly kind: 'started' }
  | ProcessProgress
  | ProcessAnswer;

export interface ProcessRequest {
  readonly kind: 'request';
  readonly id: number;
  readonly payload: unknown;
  /** Milliseconds of processor time that it may take. */
  readonly processorMs: number | undefined;
}

/** What the child tells of a request that it is at. */
export interface ProcessProgress {
  readonly kind: 'progress';
  readonly id: number;
  readonly payload: unknown;
}

/** To the first request that has none. */
export type ProcessAnswer =
  | { readonly kind: 'answer'; readonly id: number; readonly payload: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: SentError };
