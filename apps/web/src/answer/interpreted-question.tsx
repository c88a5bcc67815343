import type { AskResult } from '../graphql/ask-fields.ts';

/** The question as it was searched, where the conversation changed it. */
export function InterpretedQuestion({ result }: { readonly result: AskResult }) {
  if (result.interpretedQuestion.trim() === result.question.trim()) {
    return null;
  }
  return (
    <p className="-mt-1 mb-3 text-muted text-sm" dir="auto">
      Understood as: <q>{result.interpretedQuestion}</q>
    </p>
  );
}
