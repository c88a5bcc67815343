import { parentPort, workerData } from 'node:worker_threads';
import type { AskOptions } from '@footnote/answering';
import { toSentError } from '@footnote/processes';
import { openEngine } from '../open-engine.ts';
import type { ThreadAnswer, ThreadCall, ThreadRequest, ThreadStart } from './thread-messages.ts';

// The thread's own side: it opens the engine and does what it is asked.

const { options } = workerData as ThreadStart;
const opening = openEngine({ ...options, onDownload: (file) => say({ kind: 'download', file }) });
// Each call is told.
opening.catch(() => {});
/** Of the calls that may be ended before their time. */
const controllers = new Map<number, AbortController>();

parentPort?.on('message', (request: ThreadRequest) => {
  if (request.kind === 'abort') controllers.get(request.id)?.abort();
  else void answer(request);
});

async function answer(call: ThreadCall): Promise<void> {
  const { id } = call;
  try {
    say({ kind: 'value', id, value: await carryOut(call) });
  } catch (error) {
    say({ kind: 'failure', id, failure: toSentError(error) });
  } finally {
    controllers.delete(id);
  }
}

async function carryOut(call: ThreadCall): Promise<unknown> {
  const followed = followOptions(call);
  const engine = await opening;
  if (call.method === 'open') return null;
  const method = engine[call.method] as (...parameters: readonly unknown[]) => Promise<unknown>;
  const isFollowed = call.method === 'search' || call.method === 'ask';
  return isFollowed
    ? method(call.parameters[0], { ...call.options, ...followed })
    : method(...call.parameters);
}

function followOptions({ id, canAbort, wantsProgress }: ThreadCall): AskOptions {
  const controller = canAbort ? new AbortController() : undefined;
  if (controller) controllers.set(id, controller);
  return {
    signal: controller?.signal,
    onProgress: wantsProgress ? (progress) => say({ kind: 'progress', id, progress }) : undefined,
  };
}

function say(answer: ThreadAnswer): void {
  parentPort?.postMessage(answer);
}
