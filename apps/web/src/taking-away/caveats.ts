import type { Answer } from '../graphql/ask-fields.ts';

/** What is not to be left behind when an answer is taken away: where articles differ, and what they do not say. */
export function caveats({ disagreements, unanswered }: Answer): readonly string[] {
  return [
    ...disagreements.map(({ on }) => `Articles differ: ${on}`),
    ...unanswered.map((question) => `The articles do not say: “${question}”`),
  ];
}
