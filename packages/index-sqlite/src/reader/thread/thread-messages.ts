import type { Searcher } from '@footnote/index';
import type { SentError } from '@footnote/processes';
import type { IndexStateOptions } from '../index-state.ts';

/** What the thread is started with. */
export interface ThreadStart {
  readonly location: string;
  readonly follow: boolean;
  readonly options: IndexStateOptions;
}

export type SearcherMethod = keyof Searcher;

/**
 * What the thread is asked. The first search that names a hold begins it, so that it takes no message of its own; its
 * `release` has no answer.
 */
export type ThreadRequest =
  | { readonly kind: 'release'; readonly hold: number }
  | {
      readonly kind: 'search';
      readonly id: number;
      readonly hold: number;
      readonly method: SearcherMethod;
      readonly parameters: readonly unknown[];
    }
  | { readonly kind: 'open' | 'status' | 'close'; readonly id: number };

export type ThreadAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: SentError };
