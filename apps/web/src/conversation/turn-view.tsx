import { type ReactNode, useEffect, useId, useRef } from 'react';
import { AnswerView } from '../answer/answer-view.tsx';
import { InterpretedQuestion } from '../answer/interpreted-question.tsx';
import { NoAnswerView } from '../answer/no-answer-view.tsx';
import { ProblemNotice } from '../answer/problem-notice.tsx';
import type { Turn } from './conversation.ts';
import { Progress } from './progress.tsx';

interface Props {
  readonly turn: Turn;
  /** Whether to come into view. */
  readonly arriving: boolean;
  readonly onStop: () => void;
  readonly onAskAgain: () => void;
}

/** A question and what came of it. */
export function TurnView({ turn, arriving, onStop, onAskAgain }: Props) {
  const headingId = useId();
  const element = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it appears, and again when its answer makes it longer
  useEffect(() => {
    if (arriving) {
      element.current?.scrollIntoView({ block: 'start' });
    }
  }, [arriving, turn.outcome.kind]);
  return (
    <article ref={element} aria-labelledby={headingId} className="turn">
      <h2 id={headingId} className="question" dir="auto">
        {turn.question}
      </h2>
      <TurnOutcome turn={turn} onStop={onStop}>
        <a
          href={`/?${new URLSearchParams({ q: turn.question })}`}
          className="link"
          onClick={(event) => {
            event.preventDefault();
            onAskAgain();
          }}
        >
          Ask again
        </a>
      </TurnOutcome>
    </article>
  );
}

interface OutcomeProps {
  readonly turn: Turn;
  readonly onStop: () => void;
  /** How to ask again. */
  readonly children: ReactNode;
}

function TurnOutcome({ turn: { outcome }, onStop, children }: OutcomeProps) {
  switch (outcome.kind) {
    case 'asking':
      return <Progress asking={outcome} onStop={onStop} />;
    case 'stopped':
      return <p className="text-muted">Stopped. {children}</p>;
    case 'failed':
      return (
        <ProblemNotice title="The question could not be answered" problem={outcome.problem}>
          {children}
        </ProblemNotice>
      );
    case 'result':
      return (
        <>
          <InterpretedQuestion result={outcome.result} />
          {outcome.result.__typename === 'Answer' ? (
            <AnswerView answer={outcome.result} />
          ) : (
            <NoAnswerView noAnswer={outcome.result} />
          )}
        </>
      );
  }
}
