'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { keptConversation, tabStorage } from './kept-conversation.ts';

/** Leads back to the conversation that this tab had, if any. */
export function BackToConversation() {
  const [question, setQuestion] = useState<string>();
  useEffect(() => setQuestion(keptConversation(tabStorage()).at(-1)?.question), []);
  if (question === undefined) {
    return null;
  }
  return (
    <p lang="en" className="mt-10 border-t border-rule pt-4 text-sm">
      <Link href={`/?${new URLSearchParams({ q: question })}`} prefetch={false} className="link">
        Back to the conversation
      </Link>
    </p>
  );
}
