import type { Turn } from './conversation.ts';

/** An earlier turn, as the API takes it. */
export interface HistoryTurn {
  readonly question: string;
  readonly answer: string | null;
}

/** How far back a question is taken to refer, in turns. */
const MEMORY = 10;

/** What was asked and answered before, oldest first: turns that failed or were stopped say nothing. */
export function conversationHistory(before: readonly Turn[]): HistoryTurn[] {
  return before
    .flatMap(({ question, outcome }) =>
      outcome.kind === 'result'
        ? [{ question, answer: outcome.result.__typename === 'Answer' ? outcome.result.text : null }]
        : [],
    )
    .slice(-MEMORY);
}
