import type { Turn } from './conversation.ts';

/** Grows when the shape of a kept turn changes: what an earlier version kept is then left alone. */
const STORAGE_KEY = 'footnote.conversation.1';

/** Keeps the conversation for this tab, so that coming back from an article finds it. */
export function keepConversation(turns: readonly Turn[], storage: Pick<Storage, 'setItem'>): void {
  const settled = turns.map((turn) =>
    turn.outcome.kind === 'asking' ? { ...turn, outcome: { kind: 'stopped' } } : turn,
  );
  storage.setItem(STORAGE_KEY, JSON.stringify(settled));
}

/** The conversation that this tab had last; empty when it had none. */
export function keptConversation(storage: Pick<Storage, 'getItem'>): readonly Turn[] {
  return JSON.parse(storage.getItem(STORAGE_KEY) ?? '[]') as Turn[];
}
