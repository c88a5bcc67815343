import type { AskOptions, AskProgress } from '@footnote/answering';
import type { SentError } from '@footnote/processes';
import type { Engine } from '../engine.ts';
import type { EngineOptions } from '../open-engine.ts';

/** What the thread is started with: all that can be sent to it. */
export interface ThreadStart {
  readonly options: Omit<EngineOptions, 'onDownload' | 'writer'>;
}

export type EngineMethod = keyof Engine;

/** What the thread is asked. */
export type ThreadRequest = ThreadCall | { readonly kind: 'abort'; readonly id: number };

export interface ThreadCall {
  readonly kind: 'call';
  readonly id: number;
  /** `open` is answered when the engine is open. */
  readonly method: EngineMethod | 'open';
  readonly parameters: readonly unknown[];
  /** Of a search or a question, without what follows it or may end it. */
  readonly options: Omit<AskOptions, 'signal' | 'onProgress'>;
  readonly canAbort: boolean;
  readonly wantsProgress: boolean;
}

/** What the thread says; the last of a call is its value or its failure. */
export type ThreadAnswer =
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: SentError }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: AskProgress }
  /** A file of a model is about to be downloaded. */
  | { readonly kind: 'download'; readonly file: string };
