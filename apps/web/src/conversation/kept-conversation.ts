import type { Turn } from './conversation.ts';

/** Grows when the shape of a kept turn changes: what an earlier version kept is then left alone. */
const STORAGE_KEY = 'footnote.conversation.1';

type TabStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** What this tab may keep; null where the browser is set to keep nothing. */
export function tabStorage(): TabStorage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** Keeps the conversation for this tab, so that coming back from an article finds it. */
export function keepConversation(turns: readonly Turn[], storage: TabStorage | null): void {
  const settled = turns.map((turn) =>
    turn.outcome.kind === 'asking' ? { ...turn, outcome: { kind: 'stopped' } } : turn,
  );
  try {
    storage?.setItem(STORAGE_KEY, JSON.stringify(settled));
  } catch (error) {
    // Full: the conversation stays on the page, and is lost only when the reader leaves it.
    console.warn('The conversation is not kept for this tab:', error);
  }
}

/** The conversation that this tab had last; empty when it had none. */
export function keptConversation(storage: TabStorage | null): readonly Turn[] {
  return JSON.parse(storage?.getItem(STORAGE_KEY) ?? '[]') as Turn[];
}
