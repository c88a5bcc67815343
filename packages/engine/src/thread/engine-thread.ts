import { parentPort, workerData } from 'node:worker_threads';
import type { AskOptions } from '@footnote/answering';
import { toSentError } from '@footnote/processes';
import type { Engine } from '../engine.ts';
import { openEngine } from '../open-engine.ts';
import type { ThreadAnswer, ThreadCall, ThreadRequest, ThreadStart } from './thread-messages.ts';

// The thread's own side: it opens the engine and does what it is asked.

const { options } = workerData as ThreadStart;
let opening: Promise<Engine> | undefined;
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
  const engine = await openOnce();
  if (call.method === 'open') return null;
  const method = engine[call.method] as (...parameters: readonly unknown[]) => Promise<unknown>;
  const isFollowed = call.method === 'search' || call.method === 'ask';
  return isFollowed
    ? method(call.parameters[0], { ...call.options, ...followed })
    : method(...call.parameters);
}

/** What keeps it from opening is told to who asks now: whoever asks next may find it mended. */
function openOnce(): Promise<Engine> {
  opening ??= openEngine({ ...options, onDownload: (file) => say({ kind: 'download', file }) }).catch(
    (error) => {
      opening = undefined;
      throw error;
    },
  );
  return opening;
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
