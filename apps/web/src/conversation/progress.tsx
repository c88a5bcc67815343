import type { Asking } from './conversation.ts';

/** What is being done for a question, in words. */
export function progressWords({ stage, passages }: Asking): string {
  switch (stage) {
    case null:
      return 'Asking…';
    case 'SEARCHING':
      return 'Searching the articles…';
    case 'READING':
      return (passages ?? 0) > 1
        ? `Reading the ${passages} closest passages…`
        : 'Reading what comes closest…';
    case 'DECIDING':
      return 'Deciding whether they answer…';
  }
}

/** That an answer is in the making, and how to stop it. The stages are read out by the conversation's status. */
export function Progress({ asking, onStop }: { readonly asking: Asking; readonly onStop: () => void }) {
  return (
    <p className="flex items-baseline gap-4 text-muted">
      <span className="in-progress">{progressWords(asking)}</span>
      <button type="button" className="quiet-button" onClick={onStop}>
        Stop
      </button>
    </p>
  );
}
