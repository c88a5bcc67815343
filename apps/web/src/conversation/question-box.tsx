'use client';

import {
  type ChangeEvent,
  type KeyboardEvent,
  type Ref,
  type SubmitEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { sitePath } from '../address/site-path.ts';
import { excessWords } from './question-length.ts';

/** What others may do with the question box. */
export interface QuestionBoxHandle {
  focus(): void;
  /** Puts a question in the box, to be changed and asked. */
  fill(question: string): void;
}

interface Props {
  readonly placeholder: string;
  /** Recalled with the arrow keys, oldest first. */
  readonly earlier: readonly string[];
  readonly onAsk: (question: string) => void;
  readonly onFocus: () => void;
  readonly ref: Ref<QuestionBoxHandle>;
}

/** The question box: a plain form to `/?q=` until scripts have loaded. */
export function QuestionBox({ placeholder, earlier, onAsk, onFocus, ref }: Props) {
  const inputId = useId();
  const excessId = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const recalled = useRef(earlier.length);
  const [excess, setExcess] = useState<string | null>(null);

  const show = (question: string): void => {
    if (input.current !== null) {
      input.current.value = question;
      input.current.setSelectionRange(question.length, question.length);
      setExcess(excessWords(question));
      fitHeight(input.current);
    }
  };

  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus(),
    fill: (question) => {
      show(question);
      input.current?.focus();
    },
  }));

  // What was typed before scripts had come. Enter began a new line then, and is taken for what it was meant to be.
  useEffect(() => {
    const typed = input.current?.value ?? '';
    if (input.current === null || typed === '') {
      return undefined;
    }
    setExcess(excessWords(typed));
    fitHeight(input.current);
    // Once the rest of the page has found out where the reader is.
    const timer = setTimeout(() => typed.endsWith('\n') && input.current?.form?.requestSubmit());
    return () => clearTimeout(timer);
  }, []);

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const question = input.current?.value.trim() ?? '';
    input.current?.focus();
    if (question !== '' && excessWords(question) === null) {
      onAsk(question);
      show('');
      recalled.current = earlier.length + 1;
    }
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      event.currentTarget.form?.requestSubmit();
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step !== undefined && mayRecall(event.currentTarget.value, earlier, recalled.current)) {
      const next = Math.max(0, Math.min(earlier.length, Math.min(recalled.current, earlier.length) + step));
      if (earlier.length > 0) {
        event.preventDefault();
        recalled.current = next;
        show(earlier[next] ?? '');
      }
    }
  };

  const change = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    setExcess(excessWords(event.currentTarget.value));
    fitHeight(event.currentTarget);
  };

  return (
    <search>
      <form action={sitePath('/')} method="get" onSubmit={submit} className="question-form">
        <label htmlFor={inputId} className="sr-only">
          Ask a question
        </label>
        <textarea
          ref={input}
          id={inputId}
          name="q"
          rows={1}
          required
          autoComplete="off"
          enterKeyHint="send"
          placeholder={placeholder}
          dir="auto"
          aria-invalid={excess !== null}
          aria-describedby={excess === null ? undefined : excessId}
          onFocus={onFocus}
          onKeyDown={press}
          onChange={change}
        />
        <button type="submit">Ask</button>
      </form>
      <p id={excessId} role="status" className={excess === null ? 'sr-only' : 'mt-2 text-problem text-sm'}>
        {excess}
      </p>
    </search>
  );
}

/** The arrows move within a question that is being written; in an empty box, or on a recalled one, they recall. */
function mayRecall(value: string, earlier: readonly string[], recalled: number): boolean {
  return value === '' || value === earlier[recalled];
}

/** For browsers that do not size a box by its text. */
function fitHeight(box: HTMLTextAreaElement): void {
  if (!CSS.supports('field-sizing', 'content')) {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  }
}
