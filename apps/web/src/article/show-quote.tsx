'use client';

import { useEffect } from 'react';

/** Brings the marked quote into view and puts the focus there, each time the address names another one. */
export function ShowQuote({ start, end }: { readonly start: number; readonly end: number }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another quote of the same article is shown anew
  useEffect(() => {
    const quote = document.getElementById('quote');
    quote?.focus({ preventScroll: true });
    quote?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [start, end]);
  return null;
}
