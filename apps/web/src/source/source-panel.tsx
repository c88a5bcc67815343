'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { type Place, quoteHref, type SourcePlace } from '../address/place.ts';
import { leaveSource } from '../address/use-place.ts';
import { ProblemNotice } from '../answer/problem-notice.tsx';
import { articlePath } from '../article/article-path.ts';
import { titleOrOpening } from '../article/article-title.ts';
import { ArticleView } from '../article/article-view.tsx';
import { requestedSpan } from '../article/requested-span.ts';
import type { Citation } from '../graphql/ask-fields.ts';
import { ScriptedButton } from '../site/scripted-button.tsx';
import { useIsWide } from '../workspace/use-width.ts';
import { QuoteSteps } from './quote-steps.tsx';
import { type ArticleInHand, useArticle } from './use-article.ts';

interface Props {
  readonly place: Place;
  readonly source: SourcePlace;
  /** What came with the page. */
  readonly initial: ArticleInHand | null;
  /** The quotes of the answer that the source was opened from, in its order. */
  readonly citations: readonly Citation[];
}

/** The article beside the conversation, its quote marked: a region where there is room for both, else a sheet. */
export function SourcePanel({ place, source, initial, citations }: Props) {
  const isWide = useIsWide();
  const { fetched, retry } = useArticle(source.key, initial);
  const leave = (): void => leaveSource(place);
  const title = fetched?.value ? titleOrOpening(fetched.value, fetched.value.text) : null;
  useEffect(() => {
    if (title !== null) {
      document.title = `${title} · Footnote`;
    }
  }, [title]);
  const content = (
    <>
      <div className="source-bar">
        <ScriptedButton onClick={leave}>Back to the answer</ScriptedButton>
        <QuoteSteps citations={citations} source={source} />
        <a href={fullPageHref(source)} className="quiet-button">
          Full page
        </a>
        {title !== null && (
          <p aria-hidden="true" className="source-name" dir="auto">
            {title}
          </p>
        )}
      </div>
      <div className="source-scroll">
        <SourceArticle source={source} fetched={fetched} retry={retry} />
      </div>
    </>
  );
  return isWide ? (
    <section aria-label="Source" className="source-panel">
      {content}
    </section>
  ) : (
    <SourceSheet onLeave={leave}>{content}</SourceSheet>
  );
}

function SourceSheet({ onLeave, children }: { readonly onLeave: () => void; readonly children: ReactNode }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      aria-label="Source"
      className="source-sheet"
      onCancel={(event) => {
        event.preventDefault();
        onLeave();
      }}
      closedby="any"
    >
      {children}
    </dialog>
  );
}

interface SourceArticleProps {
  readonly source: SourcePlace;
  readonly fetched: ReturnType<typeof useArticle>['fetched'];
  readonly retry: () => void;
}

function SourceArticle({ source, fetched, retry }: SourceArticleProps) {
  if (fetched === undefined) {
    return <p className="text-muted">Opening the article…</p>;
  }
  if (fetched.problem !== undefined) {
    return (
      <ProblemNotice title="The article cannot be shown now" problem={fetched.problem}>
        <button type="button" className="quiet-button" onClick={retry}>
          Try again
        </button>
      </ProblemNotice>
    );
  }
  const article = fetched.value;
  if (article === null) {
    return (
      <p>The index no longer holds this article: it was renamed or removed since the question was asked.</p>
    );
  }
  return (
    <ArticleView
      article={article}
      quote={requestedSpan(source.start, source.end, article.text)}
      answer={requestedSpan(source.answerStart, source.answerEnd, article.text)}
      heading="h2"
    />
  );
}

/** The article as a page of its own, at the same quote. */
function fullPageHref({ key, start, end, answerStart, answerEnd }: SourcePlace): string {
  if (start === null || end === null) {
    return articlePath(key);
  }
  const answer =
    answerStart === null || answerEnd === null
      ? null
      : { start: Number(answerStart), end: Number(answerEnd) };
  return quoteHref({ key, quote: { start: Number(start), end: Number(end) }, answer });
}
