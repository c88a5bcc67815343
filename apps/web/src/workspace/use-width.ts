'use client';

import { useSyncExternalStore } from 'react';

/** Whether the window is wide enough for a source beside the conversation; the server takes it to be. */
export function useIsWide(): boolean {
  return useMedia('(min-width: 64rem)');
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
    () => true,
  );
}
