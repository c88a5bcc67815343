'use client';

import { memo, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type Filter, isFiltering, NO_FILTER } from '../address/filter.ts';
import { sitePath } from '../address/site-path.ts';
import { AnswerView } from '../answer/answer-view.tsx';
import { NoAnswerView } from '../answer/no-answer-view.tsx';
import { ProblemNotice } from '../answer/problem-notice.tsx';
import { filterWords } from '../filters/filter-words.ts';
import type { AskResult } from '../graphql/ask-fields.ts';
import { ScriptedButton } from '../site/scripted-button.tsx';
import { type Turn, understoodAs } from './conversation.ts';
import { Progress } from './progress.tsx';
import { QuestionEditor } from './question-editor.tsx';

/** How a turn can be asked again: as it is, in other words, or with another filter. */
export type AskAgain = (
  turn: string,
  change?: { readonly question?: string; readonly filter?: Filter },
) => void;

interface Props {
  readonly turn: Turn;
  /** Whether to come into view. */
  readonly arriving: boolean;
  readonly isLast: boolean;
  readonly onStop: () => void;
  readonly onAskAgain: AskAgain;
}

/** A question and what came of it. */
export const TurnView = memo(function TurnView({ turn, arriving, isLast, onStop, onAskAgain }: Props) {
  const headingId = useId();
  const element = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  /** The words that are being edited; null while none are. */
  const [edited, setEdited] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it appears, and again when its answer makes it longer
  useEffect(() => {
    if (arriving) {
      element.current?.scrollIntoView({ block: 'start' });
    }
  }, [arriving, turn.outcome.kind]);

  const leaveEditor = (): void => {
    setEdited(null);
    heading.current?.focus();
  };
  const askAgain = (change?: { question?: string; filter?: Filter }): void => {
    onAskAgain(turn.id, change);
    leaveEditor();
  };
  return (
    <article ref={element} id={`turn-${turn.id}`} aria-labelledby={headingId} className="turn">
      <h2 ref={heading} id={headingId} tabIndex={-1} className="question" dir="auto">
        {turn.question}
      </h2>
      {isFiltering(turn.filter) && <p className="turn-note">Asked of {filterWords(turn.filter)}.</p>}
      {edited !== null && (
        <QuestionEditor
          question={edited}
          onAsk={(question) => askAgain({ question })}
          onCancel={leaveEditor}
        />
      )}
      {edited === null && turn.outcome.kind === 'result' && (
        <Understood result={turn.outcome.result} onEdit={setEdited} />
      )}
      <TurnOutcome
        turn={turn}
        isLast={isLast}
        onStop={onStop}
        onDropFilter={() => askAgain({ filter: NO_FILTER })}
        actions={
          <>
            <a
              href={`${sitePath('/')}?${new URLSearchParams({ q: turn.question })}`}
              className="quiet-button"
              onClick={(event) => {
                event.preventDefault();
                askAgain();
              }}
            >
              Ask again
            </a>
            <ScriptedButton onClick={() => setEdited(turn.question)}>Edit question</ScriptedButton>
          </>
        }
      />
    </article>
  );
});

interface UnderstoodProps {
  readonly result: AskResult;
  readonly onEdit: (question: string) => void;
}

/** The question as it was searched, where the conversation changed it. */
function Understood({ result, onEdit }: UnderstoodProps) {
  const understood = understoodAs(result);
  if (understood === null) {
    return null;
  }
  return (
    <p className="turn-note" dir="auto">
      Understood as: <q>{understood}</q>{' '}
      <ScriptedButton className="quiet-button ml-2" onClick={() => onEdit(understood)}>
        Change
      </ScriptedButton>
    </p>
  );
}

interface OutcomeProps {
  readonly turn: Turn;
  readonly isLast: boolean;
  readonly onStop: () => void;
  readonly onDropFilter: () => void;
  /** How to ask again. */
  readonly actions: ReactNode;
}

function TurnOutcome({ turn: { outcome, filter }, isLast, onStop, onDropFilter, actions }: OutcomeProps) {
  switch (outcome.kind) {
    case 'asking':
      return <Progress asking={outcome} onStop={onStop} />;
    case 'stopped':
      return <p className="answer-actions text-muted">Stopped. {actions}</p>;
    case 'failed':
      return (
        <ProblemNotice title="The question could not be answered" problem={outcome.problem}>
          {actions}
        </ProblemNotice>
      );
    case 'result':
      return outcome.result.__typename === 'Answer' ? (
        <AnswerView answer={outcome.result} filter={filter} actions={actions} />
      ) : (
        <NoAnswerView noAnswer={outcome.result} filter={filter} isLast={isLast}>
          <p className="answer-actions">
            {isFiltering(filter) && <ScriptedButton onClick={onDropFilter}>Ask all articles</ScriptedButton>}
            {actions}
          </p>
        </NoAnswerView>
      );
  }
}
