/** What happened and what to do, in words that can be shown, and the code that programs know it by. */
export interface ApiProblem {
  readonly code: string;
  readonly message: string;
}

/** The API did not do what it was asked. `message` is its own: what happened, and what to do. */
export class FootnoteApiError extends Error implements ApiProblem {
  override readonly name = 'FootnoteApiError';
  /**
   * One of the schema's ErrorCode, or of this client's own: `API_UNREACHABLE`, nothing answers at the address;
   * `NOT_FOOTNOTE`, what answers is not this API; `ANSWER_CUT_SHORT`, the connection ended before the answer.
   */
  readonly code: string;

  constructor({ code, message }: ApiProblem, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

interface SentError {
  readonly message: string;
  readonly extensions?: { readonly code?: unknown } | undefined;
}

/** The first of the errors that a result holds; null when it holds none. */
export function errorOf(result: unknown): FootnoteApiError | null {
  const errors = typeof result === 'object' && result !== null && 'errors' in result ? result.errors : null;
  if (!Array.isArray(errors) || errors.length === 0) return null;
  const { message, extensions } = errors[0] as SentError;
  return new FootnoteApiError({ code: String(extensions?.code ?? 'NOT_FOOTNOTE'), message });
}
