'use client';

import type { ApiProblem } from '@footnote/client';
import { useEffect, useState } from 'react';
import { onIndexChanged } from '../adding/index-changes.ts';
import { fromOwnServer } from '../graphql/from-own-server.ts';
import type { IndexStatus } from '../graphql/index-status.ts';
import type { OrProblem } from '../graphql/or-problem.ts';

/** How often the index is looked at, in milliseconds: while all is well, and while something is awaited. */
const CALM = 15_000;
const AWAITING = 3_000;

/**
 * What is in the index, or why it cannot be asked now. Articles that are added, and an API that goes away or comes
 * back, are noticed without a reload.
 * @param hurry changes when something failed: then it is looked at once
 */
export function useIndexStatus(
  initial: OrProblem<IndexStatus>,
  hurry: string | null,
): OrProblem<IndexStatus> {
  const [status, setStatus] = useState(initial);
  const isAwaiting = status.problem !== undefined || status.value.articles === 0;
  useEffect(() => {
    const giveUp = new AbortController();
    const look = async (): Promise<void> => {
      if (document.visibilityState === 'visible') {
        const seen = await fromOwnServer((api) => api.fetchIndexStatus(giveUp.signal));
        if (!giveUp.signal.aborted) {
          setStatus((before) => (isSame(before, seen) ? before : seen));
        }
      }
    };
    if (hurry !== null) {
      void look();
    }
    const endListening = onIndexChanged(() => void look());
    const timer = setInterval(() => void look(), isAwaiting ? AWAITING : CALM);
    return () => {
      endListening();
      clearInterval(timer);
      giveUp.abort();
    };
  }, [hurry, isAwaiting]);
  return status;
}

function isSame(a: OrProblem<IndexStatus>, b: OrProblem<IndexStatus>): boolean {
  const of = ({
    value,
    problem,
  }: OrProblem<IndexStatus>): readonly (string | number | null | undefined)[] => [
    value?.articles,
    value?.updatedAt,
    (problem as ApiProblem | undefined)?.code,
  ];
  const [left, right] = [of(a), of(b)];
  return left.every((entry, index) => entry === right[index]);
}
