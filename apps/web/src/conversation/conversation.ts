import type { ApiProblem } from '@footnote/client';
import { type Filter, NO_FILTER } from '../address/filter.ts';
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
  /** Stays when the question is edited or asked again. */
  readonly id: string;
  readonly question: string;
  readonly filter: Filter;
  /** ISO 8601, when it was asked last. */
  readonly askedAt: string;
  readonly outcome: Outcome;
}

/** What can happen to a conversation. Only what is still being asked is updated. */
export type ConversationEvent =
  | { readonly type: 'asked'; readonly turn: Turn }
  | { readonly type: 'asked-again'; readonly turn: Turn }
  | { readonly type: 'updated'; readonly id: string; readonly outcome: Outcome };

const ASKING: Outcome = { kind: 'asking', stage: null, passages: null };

/** A turn that is being asked from now on. */
export function newTurn(question: string, filter: Filter = NO_FILTER): Turn {
  return {
    id: crypto.randomUUID(),
    question,
    filter,
    askedAt: new Date().toISOString(),
    outcome: ASKING,
  };
}

/** The turns of a conversation after an event. */
export function turnsAfter(turns: readonly Turn[], event: ConversationEvent): readonly Turn[] {
  switch (event.type) {
    case 'asked':
      return [...turns, event.turn];
    case 'asked-again':
      return turns.map((turn) => (turn.id === event.turn.id ? event.turn : turn));
    case 'updated':
      return turns.map((turn) =>
        turn.id === event.id && turn.outcome.kind === 'asking' ? { ...turn, outcome: event.outcome } : turn,
      );
  }
}

/** How a question was understood, where the conversation changed it; else null. */
export function understoodAs({ question, interpretedQuestion }: AskResult): string | null {
  return interpretedQuestion.trim() === question.trim() ? null : interpretedQuestion;
}

/** The last question as it can be asked by itself: as it was understood, where that is known. */
export function standaloneQuestion(turns: readonly Turn[]): string | null {
  const last = turns.at(-1);
  if (last === undefined) {
    return null;
  }
  return last.outcome.kind === 'result' ? last.outcome.result.interpretedQuestion : last.question;
}
