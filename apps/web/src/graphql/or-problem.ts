import { type ApiProblem, FootnoteApiError } from '@footnote/client';

/** What was asked for, or why the API did not give it. */
export type OrProblem<Value> =
  | { readonly value: Value; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: ApiProblem };

/** Turns a refusal of the API into something that a page can show; other errors are thrown on. */
export async function orProblem<Value>(promise: Promise<Value>): Promise<OrProblem<Value>> {
  try {
    return { value: await promise };
  } catch (error) {
    if (error instanceof FootnoteApiError) {
      const { code, message, cause } = error;
      console.error(`${code}: ${message}`, ...(cause === undefined ? [] : [cause]));
      return { problem: { code, message } };
    }
    throw error;
  }
}
