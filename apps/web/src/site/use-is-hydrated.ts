import { useSyncExternalStore } from 'react';

/**
 * Whether this part of the page answers to the reader. False in what the server sends, until scripts have taken the part
 * over, which may come later than the rest: clicks before that would be lost.
 */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}

function neverChanges(): () => void {
  return () => undefined;
}
