import { setTimeout as delay } from 'node:timers/promises';
import { type ErrorCode, FootnoteError } from '@footnote/core';
import { serveRequests } from './serve-requests.ts';

interface EchoRequest {
  readonly say?: string;
  readonly delayMs?: number;
  readonly fail?: ErrorCode;
  readonly die?: boolean;
}

serveRequests<{ unusable?: boolean }, EchoRequest, string>(async ({ unusable }) => {
  if (unusable) throw new Error('cannot start');
  return async ({ say = '', delayMs = 0, fail, die }) => {
    if (die) process.kill(process.pid, 'SIGKILL');
    if (fail) throw new FootnoteError(fail, 'It failed.');
    await delay(delayMs);
    return say;
  };
});
