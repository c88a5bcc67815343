'use client';

import * as Tooltip from '@radix-ui/react-tooltip';
import type { ReactNode } from 'react';
import type { Turn } from './conversation.ts';
import { ConversationStatus } from './conversation-status.tsx';
import { QuestionForm } from './question-form.tsx';
import { StarterQuestions } from './starter-questions.tsx';
import { TurnView } from './turn-view.tsx';
import { useConversation } from './use-conversation.ts';

interface Props {
  /** What the server answered with the page. */
  readonly initialTurns: readonly Turn[];
  readonly starters: readonly string[];
  /** What stands above the question box before the first question, and what always stands below it. */
  readonly welcome: ReactNode;
  readonly note: ReactNode;
}

/** The chat: what was asked and answered so far, and the box for the next question. */
export function ConversationView({ initialTurns, starters, welcome, note }: Props) {
  const { turns, ask, askAgain, stop } = useConversation(initialTurns);
  const begun = turns.length > 0;
  return (
    <Tooltip.Provider delayDuration={150}>
      {begun ? <h1 className="sr-only">Conversation</h1> : welcome}
      {turns.map((turn, index) => (
        <TurnView
          // biome-ignore lint/suspicious/noArrayIndexKey: turns are only ever added at the end
          key={index}
          turn={turn}
          arriving={index >= initialTurns.length}
          onStop={stop}
          onAskAgain={() => askAgain(index)}
        />
      ))}
      <ConversationStatus turns={turns} />
      <div className={begun ? 'composer composer-following' : 'composer'}>
        <QuestionForm placeholder={begun ? 'Ask a follow-up question' : 'Ask a question'} onAsk={ask} />
        <div className="composer-note">
          <div>{note}</div>
          {begun && (
            <a href="/" className="link">
              New conversation
            </a>
          )}
        </div>
      </div>
      {!begun && starters.length > 0 && <StarterQuestions questions={starters} onAsk={ask} />}
    </Tooltip.Provider>
  );
}
