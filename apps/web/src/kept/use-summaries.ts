'use client';

import { useEffect, useState } from 'react';
import { useConversations } from '../workspace/conversation-context.tsx';
import type { ConversationSummary } from './conversation-record.ts';

/** The conversations that this browser keeps; null until they are read, or where it keeps none. */
export function useSummaries(): readonly ConversationSummary[] | null {
  const { kept } = useConversations();
  const [summaries, setSummaries] = useState<readonly ConversationSummary[] | null>(null);
  useEffect(() => {
    const read = (): void => {
      kept
        .list()
        .then(setSummaries, (error: unknown) => console.warn('No conversations can be listed:', error));
    };
    read();
    return kept.subscribe(read);
  }, [kept]);
  return summaries;
}
