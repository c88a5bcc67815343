'use client';

import { Component, lazy, type ReactNode, Suspense } from 'react';
import { loadAsking } from '../conversation/ask-when-loaded.ts';

const importTurns = () => import('../conversation/turns.tsx');
const importSource = () => import('../source/source-panel.tsx');

/*
 * What the home page does without: the browser loads it only where there is a conversation, or a source. The server has
 * it from the start: a page that it completes later needs scripts to be read.
 */
const onServer = typeof window === 'undefined';
export const Turns = onServer
  ? (require('../conversation/turns.tsx') as typeof import('../conversation/turns.tsx')).Turns
  : lazy(async () => ({ default: (await importTurns()).Turns }));
export const SourcePanel = onServer
  ? (require('../source/source-panel.tsx') as typeof import('../source/source-panel.tsx')).SourcePanel
  : lazy(async () => ({ default: (await importSource()).SourcePanel }));

/** Loads what a question and its answer need, when a reader turns to the question box. */
export function loadAnswering(): void {
  Promise.all([loadAsking(), importTurns(), importSource()]).catch((error: unknown) =>
    console.warn('What answering needs could not be loaded yet:', error),
  );
}

interface Props {
  /** Shown where what stands here could not be loaded. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Waits for a part of the page that is loaded apart, and keeps the rest when it cannot be, as after Footnote was stopped. */
export class LoadedApart extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : <Suspense>{this.props.children}</Suspense>;
  }
}
