'use client';

import { useEffect } from 'react';

/** Where a reader was in this tab before an article filled the page. */
export interface LastPlace {
  readonly kind: 'conversation' | 'list';
  readonly href: string;
}

const STORAGE_KEY = 'footnote.last-place';

/** Remembers a place for this tab; null is none to remember. */
export function useRememberedPlace(kind: LastPlace['kind'], href: string | null): void {
  useEffect(() => {
    if (href !== null) {
      rememberPlace({ kind, href });
    }
  }, [kind, href]);
}

function rememberPlace(place: LastPlace): void {
  try {
    window.sessionStorage.setItem(STORAGE_KEY, JSON.stringify(place));
  } catch (error) {
    console.warn('The way back is not remembered:', error);
  }
}

/** The place remembered last; null where there is none, or the browser keeps nothing. */
export function lastPlace(): LastPlace | null {
  try {
    const kept = window.sessionStorage.getItem(STORAGE_KEY);
    return kept === null ? null : (JSON.parse(kept) as LastPlace);
  } catch (error) {
    console.warn('The way back is not known:', error);
    return null;
  }
}
