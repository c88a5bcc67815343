'use client';

import { createContext, type MouseEvent, type ReactNode, useContext, useMemo } from 'react';
import { HOME, type Place, placeHref, type QuotePlace, sourcePlace } from '../address/place.ts';
import { goTo } from '../address/use-place.ts';

/** The conversation that a source is opened beside; null where an article is a page of its own. */
const BesideContext = createContext<Omit<Place, 'source'> | null>(null);

interface BesideProps {
  readonly place: Place;
  readonly children: ReactNode;
}

/** Within it, links to quotes open the article beside the conversation. */
export function OpensBeside({ place: { conversation, question, filter }, children }: BesideProps) {
  const beside = useMemo(
    () => (conversation === null ? null : { conversation, question, filter }),
    [conversation, question, filter],
  );
  return <BesideContext value={beside}>{children}</BesideContext>;
}

interface LinkProps {
  readonly to: QuotePlace;
  readonly className?: string;
  /** The accessible name, where it says more than the link shows. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A link to a quote in its article, or to an article. */
export function QuoteLink({ to, className, label, children }: LinkProps) {
  const beside = useContext(BesideContext);
  const place: Place = { ...(beside ?? HOME), source: sourcePlace(to) };
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (beside !== null && !opensElsewhere) {
      event.preventDefault();
      keepInPlace(event.currentTarget);
      goTo(place);
    }
  };
  return (
    <a href={placeHref(place)} onClick={follow} className={className} aria-label={label} dir="auto">
      {children}
    </a>
  );
}

/** How long the page takes at most to make room for the source, in milliseconds. */
const SETTLING = 1000;

/** Keeps a link where it is in the window while the text around it is set anew, beside the source that it opens. */
function keepInPlace(link: HTMLElement): void {
  const column = link.closest('.conversation-column');
  if (column !== null) {
    const { top } = link.getBoundingClientRect();
    const observer = new ResizeObserver(() => {
      window.scrollBy({ top: link.getBoundingClientRect().top - top, behavior: 'instant' });
    });
    observer.observe(column);
    setTimeout(() => observer.disconnect(), SETTLING);
  }
}
