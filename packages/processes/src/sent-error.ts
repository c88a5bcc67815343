import { serialize } from 'node:v8';
import { type ErrorCode, FootnoteError } from '@footnote/core';

/** Structured cloning drops an error's code, so it travels beside the error. */
export interface SentError {
  /** Of a FootnoteError. */
  readonly code?: ErrorCode;
  readonly error: Error;
}

/** What another process or thread is told of what was thrown. */
export function toSentError(thrown: unknown): SentError {
  const error = cloneable(thrown);
  return thrown instanceof FootnoteError ? { code: thrown.code, error } : { error };
}

/** Libraries throw what is no error, or hang on it what cannot be cloned. */
function cloneable(thrown: unknown): Error {
  if (!(thrown instanceof Error)) return new Error(String(thrown));
  try {
    serialize(thrown);
    return thrown;
  } catch {
    return new Error(thrown.message);
  }
}

/** The error as it was before it was sent. */
export function fromSentError({ code, error }: SentError): Error {
  return code === undefined ? error : new FootnoteError(code, error.message, { cause: error });
}
