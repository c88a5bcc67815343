import type { Outcome, Turn } from './conversation.ts';
import { progressWords } from './progress.tsx';

/** Reads out what happens to the last question, without moving the focus. */
export function ConversationStatus({ turns }: { readonly turns: readonly Turn[] }) {
  const last = turns.at(-1);
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {last === undefined ? '' : outcomeWords(last.outcome)}
    </p>
  );
}

function outcomeWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'asking':
      return progressWords(outcome);
    case 'stopped':
      return 'Stopped.';
    case 'failed':
      // The notice is an alert, and read out as such.
      return '';
    case 'result': {
      const { result } = outcome;
      return result.__typename === 'Answer'
        ? `Answered, with ${result.citations.length === 1 ? '1 citation' : `${result.citations.length} citations`}.`
        : 'The articles do not answer.';
    }
  }
}
