import type { Answerer } from '@footnote/answering';
import type { IndexReader } from '@footnote/index';
import type { Retriever } from '@footnote/retrieval';

/** The parts that answer a request: the index, the ranking over it, and the answering over both. */
export interface Rooms {
  readonly reader: IndexReader;
  readonly retriever: Retriever;
  readonly answerer: Answerer;
}
