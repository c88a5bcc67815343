import { WEB_UNREACHABLE } from '../graphql/web-problem.ts';
import type { AskRequest } from './ask-subscription.ts';
import type { Outcome } from './conversation.ts';

/** Loads what asking needs: not with the page, but when a reader turns to the question box. */
export function loadAsking(): Promise<typeof import('./ask-subscription.ts')> {
  return import('./ask-subscription.ts');
}

/** Asks, once what that needs has loaded. Returns what stops it. */
export function askWhenLoaded(request: AskRequest, onOutcome: (outcome: Outcome) => void): () => void {
  let isStopped = false;
  let stop = (): void => {
    isStopped = true;
  };
  loadAsking().then(
    ({ askOverSubscription }) => {
      if (!isStopped) {
        stop = askOverSubscription(request, onOutcome);
      }
    },
    (error: unknown) => {
      console.warn('What asking needs could not be loaded:', error);
      if (!isStopped) {
        onOutcome({ kind: 'failed', problem: WEB_UNREACHABLE });
      }
    },
  );
  return () => stop();
}
