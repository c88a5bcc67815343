import type { Stage } from './conversation.ts';

const STAGES: Readonly<Record<NonNullable<Stage>, string>> = {
  SEARCHING: 'Searching the articles…',
  READING: 'Reading the closest passages…',
  DECIDING: 'Deciding whether they answer…',
};

/** What is being done for a question, in words. */
export function stageWords(stage: Stage): string {
  return stage === null ? 'Asking…' : STAGES[stage];
}

/** That an answer is in the making, and how to stop it. The stages are read out by the conversation's status. */
export function Progress({ stage, onStop }: { readonly stage: Stage; readonly onStop: () => void }) {
  return (
    <p className="flex items-baseline gap-4 text-muted">
      <span className="in-progress">{stageWords(stage)}</span>
      <button type="button" className="quiet-button" onClick={onStop}>
        Stop
      </button>
    </p>
  );
}
