import type { ErrorCode } from '@footnote/core';

/** What a model process and its parent say to each other, structured-cloned. */
export type ModelProcessMessage =
  | { readonly kind: 'start'; readonly payload: unknown }
  | { readonly kind: 'request'; readonly id: number; readonly payload: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly payload: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: SentError }
  /** The child could not start its work: no request can be answered. */
  | { readonly kind: 'unusable'; readonly error: SentError };

/** Structured cloning drops an error's code, so it travels beside the error. */
export interface SentError {
  /** Of a FootnoteError. */
  readonly code?: ErrorCode;
  readonly error: Error;
}
