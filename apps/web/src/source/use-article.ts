'use client';

import { useEffect, useState } from 'react';
import type { FullArticle } from '../graphql/article-query.ts';
import { fromOwnServer } from '../graphql/from-own-server.ts';
import type { OrProblem } from '../graphql/or-problem.ts';

/** An article, null where the index does not hold it; undefined while it is being fetched. */
type Fetched = OrProblem<FullArticle | null> | undefined;

export interface ArticleInHand {
  readonly key: string;
  readonly fetched: Fetched;
}

/**
 * The article of that key, fetched when it is another one than before.
 * @param initial what came with the page
 */
export function useArticle(
  key: string,
  initial: ArticleInHand | null,
): { fetched: Fetched; retry: () => void } {
  const [inHand, setInHand] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const isInHand = inHand?.key === key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt fetches it anew
  useEffect(() => {
    if (isInHand && attempt === 0) {
      return undefined;
    }
    const giveUp = new AbortController();
    void fromOwnServer((api) => api.fetchArticle(key, giveUp.signal)).then((fetched) => {
      if (!giveUp.signal.aborted) {
        setInHand({ key, fetched });
        setAttempt(0);
      }
    });
    return () => giveUp.abort();
  }, [key, attempt]);
  const retry = (): void => setAttempt(attempt + 1);
  return { fetched: isInHand ? inHand.fetched : undefined, retry };
}
