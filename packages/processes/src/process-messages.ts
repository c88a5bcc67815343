import type { ErrorCode } from '@footnote/core';

/** What a worker process and its parent say to each other, structured-cloned. */
export type ProcessMessage =
  | { readonly kind: 'start'; readonly payload: unknown; readonly memoryMb: number | undefined }
  | ProcessRequest
  | { readonly kind: 'started' }
  | ProcessAnswer;

export interface ProcessRequest {
  readonly kind: 'request';
  readonly id: number;
  readonly payload: unknown;
  /** Milliseconds of processor time that it may take. */
  readonly processorMs: number | undefined;
}

/** To the first request that has none. */
export type ProcessAnswer =
  | { readonly kind: 'answer'; readonly id: number; readonly payload: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: SentError };

/** Structured cloning drops an error's code, so it travels beside the error. */
export interface SentError {
  /** Of a FootnoteError. */
  readonly code?: ErrorCode;
  readonly error: Error;
}
