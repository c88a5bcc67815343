'use client';

import { useEffect, useState } from 'react';
import type { Citation } from '../graphql/ask-fields.ts';
import { fromOwnServer } from '../graphql/from-own-server.ts';

/** Whether a quote stands in its article now, word for word, at its offsets. */
export type Verification =
  | { readonly state: 'checking' }
  | { readonly state: 'verified' }
  | { readonly state: 'gone'; readonly reason: string }
  | { readonly state: 'unchecked'; readonly reason: string };

const CHECKING: Verification = { state: 'checking' };

/**
 * Has the API compare each quote with the text of its article, as the index holds it now.
 * @param when the quotes are checked once this is true
 * @returns by citation number
 */
export function useVerification(
  citations: readonly Citation[],
  when: boolean,
): ReadonlyMap<number, Verification> {
  const [verifications, setVerifications] = useState<ReadonlyMap<number, Verification>>(new Map());
  useEffect(() => {
    if (!when) {
      return undefined;
    }
    const giveUp = new AbortController();
    setVerifications(new Map(citations.map(({ number }) => [number, CHECKING])));
    for (const citation of citations) {
      void verify(citation, giveUp.signal).then((verification) => {
        if (!giveUp.signal.aborted) {
          setVerifications((before) => new Map(before).set(citation.number, verification));
        }
      });
    }
    return () => giveUp.abort();
  }, [citations, when]);
  return verifications;
}

async function verify(citation: Citation, signal: AbortSignal): Promise<Verification> {
  const { value, problem } = await fromOwnServer((api) => api.fetchCitationCheck(citation, signal));
  if (problem !== undefined) {
    return { state: 'unchecked', reason: problem.message };
  }
  return value.valid
    ? { state: 'verified' }
    : { state: 'gone', reason: value.reason ?? 'The article has other words there.' };
}
