'use client';

import { useLayoutEffect, useRef } from 'react';

/**
 * Text to the character. HTML reads a carriage return as a line feed, so a text that has one (a file made on Windows)
 * is set again once the page runs: offsets count both characters.
 */
export function ExactText({ text }: { readonly text: string }) {
  return text.includes('\r') ? <CarriageReturns text={text} /> : text;
}

function CarriageReturns({ text }: { readonly text: string }) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (element.current !== null && element.current.textContent !== text) {
      element.current.textContent = text;
    }
  }, [text]);
  return <span ref={element}>{text}</span>;
}
