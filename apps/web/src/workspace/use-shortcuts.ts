'use client';

import { type RefObject, useEffect } from 'react';
import type { QuestionBoxHandle } from '../conversation/question-box.tsx';

interface Shortcuts {
  readonly box: RefObject<QuestionBoxHandle | null>;
  /** Stops what is being asked, or leaves the source. */
  readonly onEscape: () => void;
}

/** `/` leads to the question box, Escape stops. What is typed into a field is never taken for a shortcut. */
export function useShortcuts({ box, onEscape }: Shortcuts): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) {
        onEscape();
      } else if (event.key === '/' && !isTyping(event.target)) {
        event.preventDefault();
        box.current?.focus();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [box, onEscape]);
}

/** Whether keys typed at an element are text. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
}
