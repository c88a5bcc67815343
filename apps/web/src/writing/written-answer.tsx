'use client';

import { useId, useState } from 'react';
import type { Filter } from '../address/filter.ts';
import { CitationLink } from '../answer/citation-link.tsx';
import type { Answer } from '../graphql/ask-fields.ts';
import { fromOwnServer } from '../graphql/from-own-server.ts';
import { ScriptedButton } from '../site/scripted-button.tsx';
import { type ShownProse, shownProse } from './shown-prose.ts';
import { useWriter } from './writer-context.ts';

interface Props {
  readonly answer: Answer;
  readonly filter: Filter;
}

type State = { readonly kind: 'idle' | 'writing' } | ({ readonly kind: 'written' } & ShownProse);

/** Has a language model arrange the quotes, where one is set: nothing is sent until the reader asks for it. */
export function WrittenAnswer({ answer, filter }: Props) {
  const writer = useWriter();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const noteId = useId();
  if (writer === null) {
    return null;
  }
  const write = async (): Promise<void> => {
    setState({ kind: 'writing' });
    const { value, problem } = await fromOwnServer((api) =>
      api.fetchProse(answer.interpretedQuestion, filter),
    );
    const shown = value === undefined ? { sentences: [], note: problem.message } : shownProse(answer, value);
    setState({ kind: 'written', ...shown });
  };
  const isWritten = state.kind === 'written' && state.sentences.length > 0;
  return (
    <div className="written-answer scripted">
      {!isWritten && (
        <ScriptedButton
          aria-describedby={noteId}
          disabled={state.kind === 'writing'}
          onClick={() => void write()}
        >
          {state.kind === 'writing' ? 'Writing…' : 'Write as prose'}
        </ScriptedButton>
      )}
      <div aria-live="polite">
        {isWritten && (
          <p className="written-prose" dir="auto">
            {state.sentences.map(({ text, citations }) => (
              <span key={text}>
                {text}
                {citations.map((citation) => (
                  <sup key={citation.number}>
                    <CitationLink citation={citation} />
                  </sup>
                ))}{' '}
              </span>
            ))}
          </p>
        )}
        <p id={noteId} className="written-note">
          {isWritten
            ? `Arranged by ${writer.model} at ${writer.host}, which was sent the question and the quotes. `
            : `Sends the question and these quotes to ${writer.model} at ${writer.host}. `}
          {state.kind === 'written' && state.note}
        </p>
      </div>
    </div>
  );
}
