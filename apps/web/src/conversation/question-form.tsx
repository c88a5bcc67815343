'use client';

import { type SubmitEvent, useId, useRef } from 'react';

/** The API refuses longer questions; in UTF-16 code units. */
const LONGEST_QUESTION = 2000;

interface Props {
  readonly placeholder: string;
  readonly onAsk: (question: string) => void;
}

/** The question box: a plain form to `/?q=` until scripts have loaded. */
export function QuestionForm({ placeholder, onAsk }: Props) {
  const inputId = useId();
  const input = useRef<HTMLInputElement>(null);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const question = input.current?.value.trim();
    if (question) {
      onAsk(question);
      event.currentTarget.reset();
    }
    input.current?.focus();
  };
  return (
    <search>
      <form action="/" method="get" onSubmit={submit} className="question-form">
        <label htmlFor={inputId} className="sr-only">
          Ask a question
        </label>
        <input
          ref={input}
          id={inputId}
          name="q"
          type="text"
          required
          maxLength={LONGEST_QUESTION}
          autoComplete="off"
          enterKeyHint="send"
          placeholder={placeholder}
          dir="auto"
        />
        <button type="submit">Ask</button>
      </form>
    </search>
  );
}
