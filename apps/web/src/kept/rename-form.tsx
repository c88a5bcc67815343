'use client';

import { type SubmitEvent, useEffect, useId, useRef } from 'react';

interface Props {
  readonly name: string;
  readonly onRename: (name: string) => Promise<void>;
  readonly onDone: () => void;
}

/** Renames a conversation in its place. */
export function RenameForm({ name, onRename, onDone }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void onRename(input.current?.value ?? '').then(onDone);
  };
  return (
    <form onSubmit={submit} className="rename-form">
      <label htmlFor={id} className="sr-only">
        Name of the conversation
      </label>
      <input
        ref={input}
        id={id}
        type="text"
        maxLength={200}
        defaultValue={name}
        className="small-field"
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onDone();
          }
        }}
      />
      <button type="submit" className="quiet-button">
        Save
      </button>
    </form>
  );
}
