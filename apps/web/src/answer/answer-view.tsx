'use client';

import { type ReactNode, useId, useRef, useState } from 'react';
import type { Filter } from '../address/filter.ts';
import type { Answer } from '../graphql/ask-fields.ts';
import { ScriptedButton } from '../site/scripted-button.tsx';
import { CopyAnswer } from '../taking-away/copy-answer.tsx';
import { WrittenAnswer } from '../writing/written-answer.tsx';
import { AnswerSentenceView } from './answer-sentence.tsx';
import { CERTAINTY_WORDS, frequencyWords } from './certainty.ts';
import { Disagreements } from './disagreements.tsx';
import { SourceList } from './source-list.tsx';
import { useSeen } from './use-seen.ts';
import { useVerification } from './verification.ts';
import { WhyAnswer } from './why-answer.tsx';

interface Props {
  readonly answer: Answer;
  /** Of which articles it was asked. */
  readonly filter: Filter;
  /** How to ask again. */
  readonly actions?: ReactNode;
}

/** An answer: how sure it is, its sentences with their citations, and its sources. */
export function AnswerView({ answer, filter, actions }: Props) {
  const element = useRef<HTMLElement>(null);
  const verifications = useVerification(answer.citations, useSeen(element));
  const [isExplained, setExplained] = useState(false);
  const whyId = useId();
  const { certainty } = answer;
  return (
    <section ref={element} className="answer" data-certainty={certainty.toLowerCase()}>
      <p className="certainty">
        <span className="certainty-word">{CERTAINTY_WORDS[certainty]}</span>
        {`: about ${frequencyWords(answer.confidence)} such answers are right`}
      </p>
      {answer.sentences.map((sentence) => (
        <AnswerSentenceView
          key={sentence.citationNumbers.join()}
          sentence={sentence}
          citations={answer.citations}
        />
      ))}
      <Disagreements answer={answer} />
      {answer.unanswered.length > 0 && (
        <p className="turn-note mt-4">
          The articles do not say:{' '}
          {answer.unanswered.map((question) => (
            <q key={question} className="block">
              {question}
            </q>
          ))}
        </p>
      )}
      <WrittenAnswer answer={answer} filter={filter} />
      <SourceList answer={answer} verifications={verifications} />
      <p className="answer-actions scripted">
        <CopyAnswer answer={answer} />
        <ScriptedButton
          aria-expanded={isExplained}
          aria-controls={whyId}
          onClick={() => setExplained(!isExplained)}
        >
          Why this answer
        </ScriptedButton>
        {actions}
      </p>
      <div id={whyId}>{isExplained && <WhyAnswer answer={answer} />}</div>
    </section>
  );
}
