'use client';

import { type RefObject, startTransition, useEffect, useState } from 'react';

/** Whether an element has ever come near the window. */
export function useSeen(element: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || element.current === null) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          // Many may come near at once while a long conversation is scrolled: they wait for one another.
          startTransition(() => setSeen(true));
        }
      },
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [seen, element]);
  return seen;
}
