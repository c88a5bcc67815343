'use client';

import { useEffect, useState } from 'react';
import { ScriptedButton } from '../site/scripted-button.tsx';

type CopyState = 'ready' | 'copied' | 'refused';

/** How long the button says what happened, in milliseconds. */
const CONFIRMATION = 4000;

interface Props {
  /** What the button shows. */
  readonly label: string;
  /** What it is called, where that says more. */
  readonly name?: string;
  /** What is read out once it is copied; the label alone would not be when it changes. */
  readonly copied: string;
  /** Called on the click itself: browsers allow copying only then. */
  readonly onCopy: () => Promise<void>;
}

/** Copies something, and says so. */
export function CopyButton({ label, name, copied, onCopy }: Props) {
  const [state, setState] = useState<CopyState>('ready');
  useEffect(() => {
    if (state === 'ready') {
      return undefined;
    }
    const timer = setTimeout(() => setState('ready'), CONFIRMATION);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = (): void => {
    onCopy().then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <>
      <ScriptedButton onClick={copy} aria-label={name}>
        {{ ready: label, copied: 'Copied', refused: 'Not copied' }[state]}
      </ScriptedButton>
      <span role="status" className={state === 'refused' ? 'text-problem' : 'sr-only'}>
        {
          {
            ready: '',
            copied,
            refused: 'The browser did not allow copying. Select the text and copy it by hand.',
          }[state]
        }
      </span>
    </>
  );
}
