'use client';

import { useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import { askOverSubscription } from './ask-subscription.ts';
import { conversationReducer, type Outcome, type Turn } from './conversation.ts';
import { conversationHistory } from './conversation-history.ts';
import { keepConversation, keptConversation, tabStorage } from './kept-conversation.ts';

export interface Conversation {
  readonly turns: readonly Turn[];
  ask(question: string): void;
  askAgain(turn: number): void;
  stop(): void;
}

interface InFlight {
  readonly turn: number;
  readonly dispose: () => void;
}

/**
 * The conversation on this page. It asks one question at a time: a new one stops the one before.
 * @param initialTurns what the server answered with the page
 */
export function useConversation(initialTurns: readonly Turn[]): Conversation {
  const [turns, dispatch] = useReducer(conversationReducer, initialTurns);
  const inFlight = useRef<InFlight>(null);

  const stop = (): void => {
    if (inFlight.current !== null) {
      inFlight.current.dispose();
      dispatch({ type: 'updated', turn: inFlight.current.turn, outcome: { kind: 'stopped' } });
      inFlight.current = null;
    }
  };

  const subscribe = (turn: number, question: string): void => {
    const history = conversationHistory(turns.slice(0, turn));
    const onOutcome = (outcome: Outcome): void => {
      dispatch({ type: 'updated', turn, outcome });
      if (outcome.kind !== 'asking') {
        inFlight.current = null;
      }
    };
    inFlight.current = { turn, dispose: askOverSubscription({ question, history }, onOutcome) };
  };

  const ask = (question: string): void => {
    stop();
    dispatch({ type: 'asked', question });
    subscribe(turns.length, question);
    showInAddress(question);
  };

  const askAgain = (turn: number): void => {
    stop();
    dispatch({ type: 'asked-again', turn });
    subscribe(turn, turns[turn]?.question ?? '');
  };

  // Coming back from an article, the page is what the server first sent: the conversation since then is put back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useLayoutEffect(() => {
    const question = new URLSearchParams(window.location.search).get('q')?.trim();
    if (!question) {
      return;
    }
    const kept = keptConversation(tabStorage());
    const continued = kept.at(-1)?.question === question;
    const answered = initialTurns.at(-1)?.question === question;
    if (continued && (kept.length > 1 || !answered)) {
      dispatch({ type: 'restored', turns: kept });
    } else if (!answered) {
      ask(question);
    }
  }, []);

  useEffect(() => {
    if (turns.length > 0) {
      keepConversation(turns, tabStorage());
    }
  }, [turns]);

  useEffect(() => () => inFlight.current?.dispose(), []);

  return { turns, ask, askAgain, stop };
}

/** Reloading or sharing the page asks the last question. */
function showInAddress(question: string): void {
  window.history.replaceState(null, '', `/?${new URLSearchParams({ q: question })}`);
  document.title = `${question} · Footnote`;
}
