import type { VariablesOf } from 'gql.tada';
import { type AskResult, type AskStage, askDocument } from './documents.ts';
import type { Endpoint } from './endpoint.ts';
import { subscribe } from './subscribe.ts';

export interface AskOptions extends Omit<VariablesOf<typeof askDocument>, 'question'> {
  /** Told of each stage as it begins. */
  readonly onStage?: ((stage: AskStage) => void) | undefined;
  /** Stops the API's work, and rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** @throws FootnoteApiError; the signal's reason when it is aborted */
export function ask(
  endpoint: Endpoint,
  question: string,
  { onStage, signal, ...variables }: AskOptions,
): Promise<AskResult> {
  return subscribe(endpoint, {
    document: askDocument,
    variables: { ...variables, question },
    signal,
    onEvent: ({ ask: event }): AskResult | undefined => {
      if (event.__typename !== 'AskProgress') return event;
      onStage?.(event.stage);
      return undefined;
    },
    cutShort: {
      code: 'ANSWER_CUT_SHORT',
      message: 'The connection ended before the answer came. Ask again.',
    },
  });
}
