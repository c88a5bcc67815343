/**
 * An error that a person can act on. `code` is a literal of a closed list, `message` says what happened and what
 * to do about it, and `cause` keeps the error underneath. The edges (command line, API) translate it once.
 */
export class FootnoteError extends Error {
  override readonly name = 'FootnoteError';
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
