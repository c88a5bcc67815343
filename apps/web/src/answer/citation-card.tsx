'use client';

import {
  createContext,
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Citation } from '../graphql/ask-fields.ts';
import { excerptAround } from './excerpt.ts';

/** Milliseconds that the pointer rests on a number before the card opens, and that it may take to reach the card. */
const REST = 180;
const GRACE = 160;

/** How much is shown around a quote, in UTF-16 code units. */
const AROUND = 360;

interface Card {
  show(citation: Citation, anchor: Element, delay: number): void;
  hide(delay: number): void;
}

const CardContext = createContext<Card | null>(null);

interface Shown {
  readonly citation: Citation;
  readonly anchor: HTMLElement;
}

/**
 * One card for all citations below it: the passage that the quote stands in. It stands above or below the line, never
 * on it, and closes when it is left or with Escape.
 */
export function CitationCards({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const element = useRef<HTMLDivElement>(null);
  const card = useMemo((): Card => {
    const later = (delay: number, act: () => void): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(act, delay);
    };
    return {
      show: (citation, anchor, delay) =>
        later(delay, () => anchor instanceof HTMLElement && setShown({ citation, anchor })),
      hide: (delay) => later(delay, () => setShown(null)),
    };
  }, []);

  useEffect(() => {
    if (shown === null) {
      return undefined;
    }
    const { anchor } = shown;
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        card.hide(0);
      }
    };
    anchor.style.setProperty('anchor-name', '--citation');
    element.current?.showPopover();
    document.addEventListener('keydown', closeOnEscape, true);
    return () => {
      anchor.style.removeProperty('anchor-name');
      document.removeEventListener('keydown', closeOnEscape, true);
    };
  }, [shown, card]);

  return (
    <CardContext value={card}>
      {children}
      {shown !== null && (
        <div
          ref={element}
          popover="manual"
          role="tooltip"
          className="citation-card"
          onPointerEnter={() => card.show(shown.citation, shown.anchor, 0)}
          onPointerLeave={() => card.hide(GRACE)}
        >
          <PassageAroundQuote citation={shown.citation} />
        </div>
      )}
    </CardContext>
  );
}

/** What makes an element open the card of a citation. */
export function useCitationCard(citation: Citation) {
  const card = useContext(CardContext);
  return {
    onPointerEnter: ({ currentTarget, pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') card?.show(citation, currentTarget, REST);
    },
    onPointerLeave: () => card?.hide(GRACE),
    onFocus: ({ currentTarget, target }: FocusEvent) => {
      if (target.matches(':focus-visible')) card?.show(citation, currentTarget, 0);
    },
    onBlur: () => card?.hide(0),
    onClick: () => card?.hide(0),
  };
}

function PassageAroundQuote({ citation: { passage, article, ...quote } }: { readonly citation: Citation }) {
  const length = quote.end - quote.start + AROUND;
  const { segments, isCutBefore, isCutAfter } = excerptAround(passage, [quote], length);
  return (
    <>
      <span className="eyebrow">The passage that it stands in</span>
      <p className="card-passage" dir="auto" lang={article.language ?? undefined}>
        {isCutBefore && '… '}
        {segments.map((segment) =>
          segment.within[0] ? (
            <span key={segment.start} className="card-quote">
              {segment.text}
            </span>
          ) : (
            segment.text
          ),
        )}
        {isCutAfter && ' …'}
      </p>
    </>
  );
}
