interface SentError {
  readonly message: string;
  readonly extensions?: { readonly code?: unknown } | undefined;
}

/** The API did not do what it was asked. `message` is its own: what happened, and what to do. */
export class FootnoteApiError extends Error {
  override readonly name = 'FootnoteApiError';
  /**
   * One of the schema's ErrorCode, or of this client's own: `API_UNREACHABLE`, nothing answers at the address;
   * `NOT_FOOTNOTE`, what answers is not this API; `ANSWER_CUT_SHORT`, the connection ended before the answer.
   */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The first of the errors that a result holds; null when it holds none. */
export function errorOf(result: unknown): FootnoteApiError | null {
  const errors = typeof result === 'object' && result !== null && 'errors' in result ? result.errors : null;
  if (!Array.isArray(errors) || errors.length === 0) return null;
  const { message, extensions } = errors[0] as SentError;
  return new FootnoteApiError(String(extensions?.code ?? 'NOT_FOOTNOTE'), message);
}

export function notFootnote(url: string, cause?: unknown): FootnoteApiError {
  const message = `What answers at ${url} is not Footnote's API. Give the address that "footnote serve" says.`;
  return new FootnoteApiError('NOT_FOOTNOTE', message, { cause });
}

export function unreachable(url: string, cause: unknown): FootnoteApiError {
  const message = `Nothing answers at ${url}. Start "footnote serve", or give the address that it says.`;
  return new FootnoteApiError('API_UNREACHABLE', message, { cause });
}
