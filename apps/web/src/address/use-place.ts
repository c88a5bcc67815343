'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { type Place, placeHref, readPlace } from './place.ts';
import { withoutPrefix } from './site-path.ts';

/** Where the reader is; follows Back and Forward. */
export function usePlace(): Place {
  const pathname = usePathname();
  const parameters = useSearchParams();
  return useMemo(() => readPlace(pathname, new URLSearchParams(parameters)), [pathname, parameters]);
}

interface EntryState {
  /** How many steps back the conversation stands without a source beside it; 0 where that is not known. */
  readonly stepsFromConversation?: number;
}

/** Goes to a place on this page, without a load. */
export function goTo(place: Place): void {
  window.history.pushState(stateOf(place), '', placeHref(place));
}

/** Corrects the address of the place where the reader is. */
export function correctPlace(place: Place): void {
  const { stepsFromConversation } = entryState();
  window.history.replaceState({ stepsFromConversation }, '', placeHref(place));
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
  const here = readPlace(
    withoutPrefix(window.location.pathname),
    new URLSearchParams(window.location.search),
  );
  const { stepsFromConversation = 0 } = entryState();
  const isOpening = here.source === null;
  return { stepsFromConversation: isOpening || stepsFromConversation > 0 ? stepsFromConversation + 1 : 0 };
}

function entryState(): EntryState {
  return (window.history.state ?? {}) as EntryState;
}
