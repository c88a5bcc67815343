'use client';

import { type RefObject, useEffect } from 'react';
import { HOME, placeHref, type SourcePlace } from '../address/place.ts';
import type { QuestionBoxHandle } from '../conversation/question-box.tsx';
import { useConversations } from './conversation-context.tsx';

/** When the source closes, the focus goes to the link that opened it, or to the question box where there is none. */
export function useKeptFocus(source: SourcePlace | null, box: RefObject<QuestionBoxHandle | null>): void {
  const { lastSource } = useConversations();
  useEffect(() => {
    const left = lastSource.current;
    lastSource.current = source;
    if (left === null || source !== null) {
      return;
    }
    const link = linkTo(left);
    if (link === undefined) {
      box.current?.focus();
    } else {
      link.focus({ preventScroll: true });
      link.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    }
  }, [source, box, lastSource]);
}

/** Once the conversation is there, the turn that the source was opened from is in view. */
export function useSourceInView(source: SourcePlace | null, hasTurns: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the conversation opens, and not with each source
  useEffect(() => {
    if (hasTurns && source !== null) {
      linkTo(source)?.scrollIntoView({ block: 'center', behavior: 'instant' });
    }
  }, [hasTurns]);
}

/** The first link to it, of the last turn that has one: the number beside the quote. */
function linkTo(source: SourcePlace): HTMLAnchorElement | undefined {
  const address = (href: string): string => {
    const { pathname, searchParams } = new URL(href, window.location.href);
    return `${pathname} ${searchParams.get('start')} ${searchParams.get('end')}`;
  };
  const wanted = address(placeHref({ ...HOME, source }));
  const turns = [...document.querySelectorAll('.turn')].reverse();
  return turns
    .map((turn) => [...turn.querySelectorAll('a')].find((link) => address(link.href) === wanted))
    .find((link) => link !== undefined);
}
