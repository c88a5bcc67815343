'use client';

import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { excessWords } from './question-length.ts';

interface EditorProps {
  readonly question: string;
  readonly onAsk: (question: string) => void;
  readonly onCancel: () => void;
}

/** A question of the conversation, to be changed in its place and asked again. */
export function QuestionEditor({ question, onAsk, onCancel }: EditorProps) {
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [excess, setExcess] = useState<string | null>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(question.length, question.length);
  }, [question]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const edited = input.current?.value.trim() ?? '';
    if (edited !== '' && excessWords(edited) === null) {
      onAsk(edited);
    }
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      input.current?.form?.requestSubmit();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form onSubmit={submit} className="question-editor">
      <label htmlFor={id} className="sr-only">
        Edit the question
      </label>
      <textarea
        ref={input}
        id={id}
        rows={1}
        defaultValue={question}
        dir="auto"
        onKeyDown={press}
        onChange={(event) => setExcess(excessWords(event.target.value))}
      />
      <p role="status" className={excess === null ? 'sr-only' : 'w-full text-problem text-sm'}>
        {excess}
      </p>
      <button type="submit" className="quiet-button">
        Ask this instead
      </button>
      <button type="button" className="quiet-button" onClick={onCancel}>
        Cancel
      </button>
    </form>
  );
}
