'use client';

import { useEffect } from 'react';

/** Brings the marked quote into view and puts the focus there, each time the address names another one. */
export function ShowQuote({ start, end }: { readonly start: number; readonly end: number }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another quote of the same article is shown anew
  useEffect(() => {
    const quote = document.getElementById('quote');
    const panel = quote?.closest('.source-scroll');
    quote?.focus({ preventScroll: true });
    if (quote && panel && panel.scrollHeight > panel.clientHeight) {
      // Only the panel moves: the conversation beside it stays where it is being read.
      const offset = quote.getBoundingClientRect().top - panel.getBoundingClientRect().top;
      panel.scrollBy({ top: offset - panel.clientHeight / 3, behavior: 'instant' });
    } else {
      quote?.scrollIntoView({ block: 'center', behavior: 'instant' });
    }
  }, [start, end]);
  return null;
}
