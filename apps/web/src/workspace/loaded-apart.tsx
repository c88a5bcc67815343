'use client';

import dynamic from 'next/dynamic';
import { Component, type ReactNode } from 'react';
import { loadAsking } from '../conversation/ask-when-loaded.ts';

const importTurns = () => import('../conversation/turns.tsx');
const importSource = () => import('../source/source-panel.tsx');

/** What the home page does without: it comes with the page only where there is a conversation, or a source. */
export const Turns = dynamic(() => importTurns().then((module) => module.Turns));
export const SourcePanel = dynamic(() => importSource().then((module) => module.SourcePanel));

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

/** Keeps the rest of the page when a part of it cannot be loaded, as when Footnote was stopped. */
export class LoadedApart extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
