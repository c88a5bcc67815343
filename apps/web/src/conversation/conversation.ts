import type { ApiProblem } from '../graphql/api-problem.ts';
import type { AskResult } from '../graphql/ask-fields.ts';

/** What the API is doing for a question; null until it says. */
type Stage = 'SEARCHING' | 'READING' | 'DECIDING' | null;

/** `passages`: how many were found to be read; null while they are searched. */
export interface Asking {
  readonly kind: 'asking';
  readonly stage: Stage;
  readonly passages: number | null;
}

export type Outcome =
  | Asking
  | { readonly kind: 'result'; readonly result: AskResult }
  | { readonly kind: 'failed'; readonly problem: ApiProblem }
  | { readonly kind: 'stopped' };

/** A question and what came of it. */
export interface Turn {
  readonly question: string;
  readonly outcome: Outcome;
}

/** What can happen to a conversation. `turn` counts from 0; only what is still being asked is updated. */
export type ConversationEvent =
  | { readonly type: 'asked'; readonly question: string }
  | { readonly type: 'asked-again'; readonly turn: number }
  | { readonly type: 'updated'; readonly turn: number; readonly outcome: Outcome }
  | { readonly type: 'restored'; readonly turns: readonly Turn[] };

const ASKING: Outcome = { kind: 'asking', stage: null, passages: null };

/** The conversation after an event. */
export function conversationReducer(turns: readonly Turn[], event: ConversationEvent): readonly Turn[] {
  switch (event.type) {
    case 'asked':
      return [...turns, { question: event.question, outcome: ASKING }];
    case 'asked-again':
      return turns.map((turn, index) => (index === event.turn ? { ...turn, outcome: ASKING } : turn));
    case 'updated':
      return turns.map((turn, index) =>
        index === event.turn && turn.outcome.kind === 'asking' ? { ...turn, outcome: event.outcome } : turn,
      );
    case 'restored':
      return event.turns;
  }
}
