'use client';

import { useEffect, useMemo, useState } from 'react';
import { quoteHref } from '../address/place.ts';
import { usePlace } from '../address/use-place.ts';
import { useVerification, type Verification } from '../answer/verification.ts';
import { VerificationMark } from '../answer/verification-mark.tsx';
import { isPlaceOf } from '../source/cited-quotes.ts';
import { useConversations } from '../workspace/conversation-context.tsx';
import type { ConversationRecord } from './conversation-record.ts';
import { type KeptQuote, quotesOfArticle } from './quotes-of-article.ts';

/** On an article's own page: what the conversations that this browser keeps have quoted from it. */
export function CitedQuotes({ articleKey }: { readonly articleKey: string }) {
  const records = useRecords();
  const quotes = useMemo(() => quotesOfArticle(articleKey, records), [articleKey, records]);
  const citations = useMemo(() => quotes.map(({ citation }) => citation), [quotes]);
  const verifications = useVerification(citations, citations.length > 0);
  if (quotes.length === 0) {
    return null;
  }
  return (
    <aside aria-labelledby="cited-quotes" className="cited-quotes">
      <div>
        <h2 id="cited-quotes" className="eyebrow">
          Quoted in your conversations
        </h2>
        <ol>
          {quotes.map((quote) => (
            <Quote
              key={quote.citation.number}
              quote={quote}
              verification={verifications.get(quote.citation.number)}
            />
          ))}
        </ol>
      </div>
    </aside>
  );
}

interface QuoteProps {
  readonly quote: KeptQuote;
  readonly verification: Verification | undefined;
}

function Quote({ quote: { citation, question }, verification }: QuoteProps) {
  const { source } = usePlace();
  const isMarked = source !== null && isPlaceOf(citation, source);
  const to = { key: citation.article.key, quote: citation, answer: citation.answerSpan };
  return (
    <li>
      {verification?.state === 'gone' ? (
        <>
          <q dir="auto">{citation.quote}</q>
          <p className="text-sm">
            <VerificationMark verification={verification} />
          </p>
        </>
      ) : (
        <a href={quoteHref(to)} aria-current={isMarked || undefined} dir="auto">
          <q>{citation.quote}</q>
        </a>
      )}
      <p className="asked" dir="auto">
        {question}
      </p>
    </li>
  );
}

/** All that is kept; nothing until it is read, or where the browser keeps nothing. */
function useRecords(): readonly ConversationRecord[] {
  const { kept } = useConversations();
  const [records, setRecords] = useState<readonly ConversationRecord[]>([]);
  useEffect(() => {
    kept
      .readAll()
      .then(setRecords, (error: unknown) => console.warn('Cited quotes cannot be listed:', error));
  }, [kept]);
  return records;
}
