'use client';

import { usePathname } from 'next/navigation';
import { type MouseEvent, useId, useRef, useState } from 'react';
import { HOME, placeHref } from '../address/place.ts';
import { goTo, usePlace } from '../address/use-place.ts';
import { useConversations } from '../workspace/conversation-context.tsx';
import { type ConversationSummary, conversationName, matchingSummaries } from './conversation-record.ts';
import { RenameForm } from './rename-form.tsx';
import { useSummaries } from './use-summaries.ts';

/** From so many conversations on there is a box to search them. */
const SEARCHED_FROM = 6;

/** The conversations that this browser keeps, newest first: to open, search, rename and delete. */
export function ConversationsNav({ onOpen }: { readonly onOpen?: () => void }) {
  const summaries = useSummaries();
  const [query, setQuery] = useState('');
  const searchId = useId();
  const list = summaries ?? [];
  return (
    <nav aria-label="Conversations" className="conversations">
      <h2 className="eyebrow">Conversations</h2>
      {(list.length >= SEARCHED_FROM || query !== '') && (
        <>
          <label htmlFor={searchId} className="sr-only">
            Search conversations
          </label>
          <input
            id={searchId}
            type="search"
            className="small-field"
            placeholder="Search"
            onChange={(event) => setQuery(event.target.value)}
          />
        </>
      )}
      {summaries !== null && list.length === 0 && (
        <p className="mt-2 text-muted text-sm">What you ask is kept here, in this browser only.</p>
      )}
      <ul>
        {matchingSummaries(list, query).map((summary) => (
          <Conversation key={summary.id} summary={summary} onOpen={onOpen} />
        ))}
      </ul>
      {list.length > 1 && <ClearButton />}
    </nav>
  );
}

interface ConversationProps {
  readonly summary: ConversationSummary;
  readonly onOpen: (() => void) | undefined;
}

function Conversation({ summary, onOpen }: ConversationProps) {
  const { kept, store } = useConversations();
  const place = usePlace();
  const pathname = usePathname();
  const link = useRef<HTMLAnchorElement>(null);
  const [isRenaming, setRenaming] = useState(false);
  const name = conversationName(summary);
  const there = { ...HOME, conversation: summary.id };
  const isOpen = place.conversation === summary.id;
  const open = (event: MouseEvent): void => {
    const isOnThisPage = pathname === '/' || place.conversation !== null;
    if (isOnThisPage && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      goTo(there);
      onOpen?.();
    }
  };
  const remove = async (): Promise<void> => {
    if (window.confirm(`Delete the conversation “${name}”?`)) {
      if (isOpen) {
        store.close();
        goTo(HOME);
      }
      await kept.remove(summary.id);
    }
  };
  if (isRenaming) {
    return (
      <li>
        <RenameForm
          name={name}
          onRename={(renamed) => kept.rename(summary.id, renamed)}
          onDone={() => setRenaming(false)}
        />
      </li>
    );
  }
  return (
    <li className="conversation" data-current={isOpen || undefined}>
      <a
        ref={link}
        href={placeHref(there)}
        onClick={open}
        aria-current={isOpen ? 'page' : undefined}
        dir="auto"
      >
        {name}
      </a>
      <span className="conversation-actions">
        <button
          type="button"
          className="quiet-button"
          aria-label={`Rename “${name}”`}
          onClick={() => setRenaming(true)}
        >
          Rename
        </button>
        <button
          type="button"
          className="quiet-button"
          aria-label={`Delete “${name}”`}
          onClick={() => void remove()}
        >
          Delete
        </button>
      </span>
    </li>
  );
}

function ClearButton() {
  const { kept, store } = useConversations();
  const clear = async (): Promise<void> => {
    if (window.confirm('Delete all conversations that this browser keeps?')) {
      store.close();
      goTo(HOME);
      await kept.clear();
    }
  };
  return (
    <button type="button" className="quiet-button mt-3" onClick={() => void clear()}>
      Delete all
    </button>
  );
}
