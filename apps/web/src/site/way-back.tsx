'use client';

import { useEffect, useState } from 'react';
import { lastPlace } from './last-place.ts';

/** Leads from an article's own page back to where the reader was: the conversation, or the list of articles. */
export function WayBack() {
  const [place, setPlace] = useState<ReturnType<typeof lastPlace>>(null);
  useEffect(() => setPlace(lastPlace()), []);
  return (
    <p className="way-back">
      {place !== null && (
        <a href={place.href} className="quiet-button">
          {place.kind === 'conversation' ? 'Back to the conversation' : 'Back to the list of articles'}
        </a>
      )}
    </p>
  );
}
