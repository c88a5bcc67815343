'use client';

import { useEffect, useRef } from 'react';
import { isTyping } from '../workspace/use-shortcuts.ts';
import { ScriptedButton } from './scripted-button.tsx';

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['/'], 'Go to the question box'],
  [['Enter'], 'Ask'],
  [['Shift', 'Enter'], 'Begin a new line'],
  [['↑'], 'Recall an earlier question, in an empty box'],
  [['Esc'], 'Stop asking; close what is open'],
  [['?'], 'Show these keys'],
];

/** The keys that the pages know, listed with `?`. */
export function KeyboardHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === '?' && !isTyping(event.target) && document.querySelector('dialog[open]') === null) {
        event.preventDefault();
        dialog.current?.showModal();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <ScriptedButton className="quiet-button shortcuts-button" onClick={() => dialog.current?.showModal()}>
        Shortcuts
      </ScriptedButton>
      <dialog ref={dialog} aria-labelledby="keyboard-help" className="small-dialog">
        <h2 id="keyboard-help" className="font-semibold">
          Keyboard shortcuts
        </h2>
        <dl className="keys">
          {KEYS.map(([keys, does]) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit" className="quiet-button">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
