'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useMemo, useSyncExternalStore } from 'react';
import { type Place, placeHref, readPlace } from './place.ts';
import { withoutPrefix } from './site-path.ts';

/**
 * Where the reader is; follows Back and Forward. It is read from the address itself, as Next tells of a new one only when
 * it has nothing more urgent to do: a question that is asked meanwhile would join the conversation that was just left.
 */
export function usePlace(): Place {
  const pathname = usePathname();
  const parameters = useSearchParams();
  const address = useSyncExternalStore(subscribe, currentAddress, () => `${pathname}?${parameters}`);
  return useMemo(() => placeOf(address), [address]);
}

interface EntryState {
  /** How many steps back the conversation stands without a source beside it; 0 where that is not known. */
  readonly stepsFromConversation?: number;
}

/** Goes to a place on this page, without a load. */
export function goTo(place: Place): void {
  window.history.pushState(stateOf(place), '', placeHref(place));
  tellListeners();
}

/** Corrects the address of the place where the reader is. */
export function correctPlace(place: Place): void {
  const { stepsFromConversation } = entryState();
  window.history.replaceState({ stepsFromConversation }, '', placeHref(place));
  tellListeners();
}

/** Goes back to where the source was opened from, or to the conversation alone where it was not opened on this page. */
export function leaveSource(place: Place): void {
  const { stepsFromConversation = 0 } = entryState();
  if (stepsFromConversation > 0) {
    window.history.go(-stepsFromConversation);
  } else {
    goTo({ ...place, source: null });
  }
}

function stateOf(place: Place): EntryState {
  if (place.source === null) {
    return {};
  }
  const here = placeOf(currentAddress());
  const { stepsFromConversation = 0 } = entryState();
  const isOpening = here.source === null;
  return { stepsFromConversation: isOpening || stepsFromConversation > 0 ? stepsFromConversation + 1 : 0 };
}

function entryState(): EntryState {
  return (window.history.state ?? {}) as EntryState;
}

/** As the server writes it, below the path prefix. */
function currentAddress(): string {
  const { pathname, search } = window.location;
  return `${withoutPrefix(pathname)}?${new URLSearchParams(search)}`;
}

function placeOf(address: string): Place {
  const end = address.indexOf('?');
  return readPlace(address.slice(0, end), new URLSearchParams(address.slice(end)));
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

function tellListeners(): void {
  for (const listener of listeners) listener();
}
