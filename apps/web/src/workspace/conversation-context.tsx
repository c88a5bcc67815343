'use client';

import { createContext, type ReactNode, type RefObject, useContext, useRef, useState } from 'react';
import type { SourcePlace } from '../address/place.ts';
import { askWhenLoaded } from '../conversation/ask-when-loaded.ts';
import { ConversationStore } from '../conversation/conversation-store.ts';
import { KeptConversations } from '../kept/kept-conversations.ts';

interface Conversations {
  readonly store: ConversationStore;
  readonly kept: KeptConversations;
  /** The source that was beside the conversation last; it tells where the focus belongs when it is closed. */
  readonly lastSource: RefObject<SourcePlace | null>;
}

const ConversationContext = createContext<Conversations | null>(null);

/** The conversation and those kept outlive the page: they stay while the reader goes from one page to another. */
export function ConversationProvider({ children }: { readonly children: ReactNode }) {
  const lastSource = useRef<SourcePlace>(null);
  const [conversations] = useState(() => {
    const kept = new KeptConversations();
    return { kept, store: new ConversationStore({ kept, ask: askWhenLoaded }), lastSource };
  });
  return <ConversationContext value={conversations}>{children}</ConversationContext>;
}

export function useConversations(): Conversations {
  const conversations = useContext(ConversationContext);
  if (conversations === null) {
    throw new Error('There is no ConversationProvider above this component.');
  }
  return conversations;
}
