import { setTimeout as delay } from 'node:timers/promises';
import { type ErrorCode, FootnoteError } from '@footnote/core';
import { serveRequests } from './serve-requests.ts';

export interface EchoRequest {
  readonly say?: string;
  readonly delayMs?: number;
  readonly fail?: ErrorCode | Error;
  readonly die?: boolean;
  readonly exit?: string;
  readonly spin?: boolean;
  readonly holdMb?: number;
}

serveRequests<{ unusable?: boolean }, EchoRequest, string>(async ({ unusable }) => {
  if (unusable) throw new Error('cannot start');
  const held: Buffer[] = [];
  return async ({ say = '', delayMs = 0, fail, die, exit, spin, holdMb = 0 }) => {
    if (die) process.kill(process.pid, 'SIGKILL');
    if (exit) process.stderr.write(exit, () => process.exit(3));
    if (fail) throw fail instanceof Error ? fail : new FootnoteError(fail, 'It failed.');
    while (spin);
    held.push(Buffer.alloc(holdMb * 1024 * 1024, 1));
    await delay(exit ? 10_000 : delayMs);
    return say === 'pid' ? `${process.pid}` : say;
  };
});
