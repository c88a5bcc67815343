'use client';

import { useEffect, useState } from 'react';
import { citationText } from '../citation/citation-text.ts';
import type { Citation } from '../graphql/ask-fields.ts';

type CopyState = 'ready' | 'copied' | 'refused';

const LABELS: Readonly<Record<CopyState, string>> = {
  ready: 'Copy quote',
  copied: 'Copied',
  refused: 'Not copied',
};

/** What a screen reader hears; the label alone would not be read out when it changes. */
const ANNOUNCEMENTS: Readonly<Record<CopyState, string>> = {
  ready: '',
  copied: 'The quote and its citation are copied.',
  refused: 'The browser did not allow copying. Select the quote and copy it by hand.',
};

/** How long the button says what happened, in milliseconds. */
const CONFIRMATION = 4000;

/** Copies a quote together with where it comes from, and says so. */
export function CopyCitation({ citation }: { readonly citation: Citation }) {
  const [state, setState] = useState<CopyState>('ready');
  useEffect(() => {
    if (state === 'ready') {
      return undefined;
    }
    const timer = setTimeout(() => setState('ready'), CONFIRMATION);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = (): void => {
    navigator.clipboard.writeText(citationText(citation)).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        onClick={copy}
        aria-label={`${LABELS[state]} ${citation.number} with its citation`}
      >
        {LABELS[state]}
      </button>
      <span role="status" className={state === 'refused' ? 'text-problem' : 'sr-only'}>
        {ANNOUNCEMENTS[state]}
      </span>
    </>
  );
}
