'use client';

import { CitationCards } from '../answer/citation-card.tsx';
import type { Turn } from './conversation.ts';
import { type AskAgain, TurnView } from './turn-view.tsx';

interface Props {
  readonly turns: readonly Turn[];
  /** How many came with the page: they are in view already. */
  readonly initial: number;
  readonly onStop: () => void;
  readonly onAskAgain: AskAgain;
}

/** The turns of a conversation; the last one comes into view when it appears. */
export function Turns({ turns, initial, onStop, onAskAgain }: Props) {
  return (
    <CitationCards>
      {turns.map((turn, index) => (
        <TurnView
          key={turn.id}
          turn={turn}
          arriving={index === turns.length - 1 && index >= initial}
          isLast={index === turns.length - 1}
          onStop={onStop}
          onAskAgain={onAskAgain}
        />
      ))}
    </CitationCards>
  );
}
