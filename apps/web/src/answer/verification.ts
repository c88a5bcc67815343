'use client';

import { startTransition, useEffect, useState } from 'react';
import type { Citation } from '../graphql/ask-fields.ts';
import type { CitationCheck } from '../graphql/citation-check.ts';
import { fromOwnServer } from '../graphql/from-own-server.ts';
import type { OrProblem } from '../graphql/or-problem.ts';

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
    void fromOwnServer((api) => api.fetchCitationChecks(citations, giveUp.signal)).then((checks) => {
      if (!giveUp.signal.aborted) {
        startTransition(() =>
          setVerifications(
            new Map(citations.map(({ number }, index) => [number, verificationOf(checks, index)])),
          ),
        );
      }
    });
    return () => giveUp.abort();
  }, [citations, when]);
  return verifications;
}

function verificationOf(
  { value, problem }: OrProblem<readonly CitationCheck[]>,
  index: number,
): Verification {
  if (problem !== undefined) {
    return { state: 'unchecked', reason: problem.message };
  }
  const check = value[index];
  return check?.valid === true
    ? { state: 'verified' }
    : { state: 'gone', reason: check?.reason ?? 'The article has other words there.' };
}
