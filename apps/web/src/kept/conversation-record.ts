import type { Turn } from '../conversation/conversation.ts';

/** A conversation as this browser keeps it. */
export interface ConversationRecord {
  readonly id: string;
  /** As the reader renamed it; null while its first question names it. */
  readonly name: string | null;
  readonly turns: readonly Turn[];
}

/** What a list of conversations shows, and searches. */
export interface ConversationSummary {
  readonly id: string;
  readonly name: string | null;
  readonly questions: readonly string[];
  /** ISO 8601. */
  readonly updatedAt: string;
}

export function conversationName({
  name,
  questions,
}: Pick<ConversationSummary, 'name' | 'questions'>): string {
  return name ?? questions[0] ?? 'Conversation';
}

export function summaryOf({ id, name, turns }: ConversationRecord): ConversationSummary {
  const updatedAt = turns.map((turn) => turn.askedAt).reduce((a, b) => (a > b ? a : b), '');
  return { id, name, questions: turns.map((turn) => turn.question), updatedAt };
}

/** The summaries with all the words of `query` in their name or questions, newest first. */
export function matchingSummaries(
  summaries: readonly ConversationSummary[],
  query: string,
): readonly ConversationSummary[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const matches = summaries.filter((summary) => {
    const text = [summary.name ?? '', ...summary.questions].join('\n').toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
  return matches.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}

/**
 * A conversation that two tabs had open: no turn of either is lost, and of a turn that both have, the one asked last
 * counts. What was still being asked by a page that is gone counts as stopped.
 */
export function mergeTurns(kept: readonly Turn[], current: readonly Turn[]): readonly Turn[] {
  const merged = new Map(kept.map((turn) => [turn.id, turn]));
  for (const turn of current) {
    const other = merged.get(turn.id);
    if (other === undefined || other.askedAt <= turn.askedAt) {
      merged.set(turn.id, turn.outcome.kind === 'asking' ? { ...turn, outcome: { kind: 'stopped' } } : turn);
    }
  }
  return [...merged.values()];
}
