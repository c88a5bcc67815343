import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import type { EchoRequest } from './echo-process.fixture.ts';
import { WorkerProcess, type WorkerProcessOptions } from './worker-process.ts';

type EchoProcess = WorkerProcess<EchoRequest, string>;

const ECHO = new URL('./echo-process.fixture.ts', import.meta.url);
const open: EchoProcess[] = [];

function echoProcess(options: Partial<WorkerProcessOptions<EchoRequest>> = {}): EchoProcess {
  const process = new WorkerProcess<EchoRequest, string>({
    entry: ECHO,
    start: {},
    name: 'echo process',
    ...options,
  });
  open.push(process);
  return process;
}

/** The limit on time is for requests that exceed it only: what else is asked may have to wait long for the processor. */
function limitedProcess({ memoryMb = 1000, processorMs = 1000 } = {}): EchoProcess {
  const isSlow = ({ spin, delayMs }: EchoRequest) => spin === true || delayMs === 60_000;
  return echoProcess({
    limits: { memoryMb, processorMs: (request) => (isSlow(request) ? processorMs : 60_000) },
  });
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((process) => process.close()));
});

describe('WorkerProcess', () => {
  it('starts with the first request and answers in order', async () => {
    const echo = echoProcess();
    expect(echo.pid).toBeUndefined();
    expect(await Promise.all([echo.request({ say: 'a' }), echo.request({ say: 'b' })])).toEqual(['a', 'b']);
  });

  it('passes on errors with their code', async () => {
    const failed = echoProcess().request({ fail: 'PATH_NOT_FOUND' });
    await expect(failed).rejects.toMatchObject({ name: 'FootnoteError', code: 'PATH_NOT_FOUND' });
  });

  it('passes on errors without a code as what they are', async () => {
    const failed = echoProcess().request({ fail: new RangeError('too deep') });
    await expect(failed).rejects.toBeInstanceOf(RangeError);
  });

  it('is replaced when it dies, and what it had in hand is done again', async () => {
    const echo = echoProcess();
    await echo.request({ say: 'up' });
    const waiting = echo.request({ say: 'late', delayMs: 300 });
    process.kill(echo.pid!, 'SIGKILL');
    expect(await waiting).toBe('late');
  });

  it('does work again once only, and what waited behind it goes on', async () => {
    const echo = echoProcess();
    const [deadly, after] = await Promise.allSettled([
      echo.request({ die: true }),
      echo.request({ say: 'next' }),
    ]);
    expect(deadly).toMatchObject({
      status: 'rejected',
      reason: { code: 'PROCESS_DIED', cause: { message: 'SIGKILL' } },
    });
    expect(after).toMatchObject({ status: 'fulfilled', value: 'next' });
  });

  it('works on through Ctrl-C, which is for its parent to heed', async () => {
    const echo = echoProcess();
    await echo.request({ say: 'up' });
    const { pid } = echo;
    const waiting = echo.request({ say: 'late', delayMs: 200 });
    process.kill(pid!, 'SIGINT');
    expect(await waiting).toBe('late');
    expect(echo.pid).toBe(pid);
  });

  it('an aborted request is not waited for', async () => {
    const controller = new AbortController();
    const echo = echoProcess();
    const waiting = echo.request({ say: 'late', delayMs: 5000 }, { signal: controller.signal });
    controller.abort(new Error('no longer wanted'));
    await expect(waiting).rejects.toThrow('no longer wanted');
  });

  it('that cannot start fails all requests with the reason', async () => {
    const echo = echoProcess({ start: { unusable: true } });
    await expect(echo.request({ say: 'a' })).rejects.toThrow('cannot start');
  });

  it('once closed, it refuses and is gone', async () => {
    const echo = echoProcess();
    await echo.request({ say: 'a' });
    const { pid } = echo;
    const waiting = echo.request({ say: 'b', delayMs: 5000 });
    waiting.catch(() => {});
    await echo.close();
    await expect(waiting).rejects.toMatchObject({ code: 'PROCESS_CLOSED' });
    await expect(echo.request({ say: 'c' })).rejects.toMatchObject({ code: 'PROCESS_CLOSED' });
    expect(() => process.kill(pid!, 0)).toThrow();
  });

  it('idle, does not keep its parent running', async () => {
    const launcher = createRequire(import.meta.url).resolve('@footnote/launcher/run');
    const parent = fileURLToPath(new URL('./idle-parent.fixture.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [launcher, parent], { timeout: 50_000 });
    expect(stdout).toBe('answered\n');
  });
});

describe('WorkerProcess with limits', () => {
  it('gives up a request that takes too much processor time, and does the next', async () => {
    const echo = limitedProcess({ processorMs: 200 });
    const [endless, after] = await Promise.allSettled([
      echo.request({ spin: true }),
      echo.request({ say: 'next' }),
    ]);
    expect(endless).toMatchObject({
      status: 'rejected',
      reason: { name: 'LimitExceededError', limit: 'processor time' },
    });
    expect(after).toMatchObject({ status: 'fulfilled', value: 'next' });
  });

  it('gives up a request that waits for what never comes', async () => {
    const waiting = limitedProcess({ processorMs: 20 }).request({ delayMs: 60_000 });
    await expect(waiting).rejects.toMatchObject({ limit: 'processor time' });
  });

  it('gives up a request that needs too much memory, and does the next', async () => {
    const echo = limitedProcess({ memoryMb: 200 });
    const large = echo.request({ holdMb: 300, delayMs: 20_000 });
    await expect(large).rejects.toMatchObject({ name: 'LimitExceededError', limit: 'memory' });
    expect(await echo.request({ say: 'next' })).toBe('next');
  });

  it('does again in a fresh process what found too much in memory', async () => {
    const echo = limitedProcess({ memoryMb: 320 });
    await echo.request({ holdMb: 140 });
    const { pid } = echo;
    expect(await echo.request({ holdMb: 140, delayMs: 3000, say: 'done' })).toBe('done');
    expect(echo.pid).not.toBe(pid);
  });

  it('tells what it wrote before it ended', async () => {
    const ended = limitedProcess().request({ exit: 'last words' });
    await expect(ended).rejects.toMatchObject({ cause: { message: 'exit status 3: last words' } });
  });
});
