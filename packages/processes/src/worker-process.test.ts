import { afterEach, describe, expect, test } from 'vitest';
import { ModelProcess } from './worker-process.ts';

const ECHO = new URL('./echo-process.fixture.ts', import.meta.url);
const open: ModelProcess[] = [];

function echoProcess(start: unknown = {}): ModelProcess {
  const process = new ModelProcess({ entry: ECHO, start, name: 'echo process' });
  open.push(process);
  return process;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((process) => process.close()));
});

describe('ModelProcess', () => {
  test('starts with the first request and answers in order', async () => {
    const echo = echoProcess();
    expect(echo.pid).toBeUndefined();
    expect(await Promise.all([echo.request({ say: 'a' }), echo.request({ say: 'b' })])).toEqual(['a', 'b']);
  });

  test('passes on errors with their code', async () => {
    const failed = echoProcess().request({ fail: 'SOME_CODE' });
    await expect(failed).rejects.toMatchObject({ name: 'FootnoteError', code: 'SOME_CODE' });
  });

  test('is replaced when it dies, and what it had in hand is done again', async () => {
    const echo = echoProcess();
    await echo.request({ say: 'up' });
    const waiting = echo.request({ say: 'late', delayMs: 300 });
    process.kill(echo.pid!, 'SIGKILL');
    expect(await waiting).toBe('late');
  });

  test('does work again once only', async () => {
    const echo = echoProcess();
    const [deadly, after] = await Promise.allSettled([
      echo.request({ die: true }),
      echo.request({ say: 'next' }),
    ]);
    expect(deadly).toMatchObject({
      status: 'rejected',
      reason: { code: 'MODEL_PROCESS_DIED', cause: { message: 'SIGKILL' } },
    });
    // It waited behind the deadly request, and was in hand at both deaths.
    expect(after.status).toBe('rejected');
    expect(await echo.request({ say: 'again' })).toBe('again');
  });

  test('works on through Ctrl-C, which is for its parent to heed', async () => {
    const echo = echoProcess();
    await echo.request({ say: 'up' });
    const { pid } = echo;
    const waiting = echo.request({ say: 'late', delayMs: 200 });
    process.kill(pid!, 'SIGINT');
    expect(await waiting).toBe('late');
    expect(echo.pid).toBe(pid);
  });

  test('an aborted request is not waited for', async () => {
    const controller = new AbortController();
    const echo = echoProcess();
    const waiting = echo.request({ say: 'late', delayMs: 5000 }, { signal: controller.signal });
    controller.abort(new Error('no longer wanted'));
    await expect(waiting).rejects.toThrow('no longer wanted');
  });

  test('that cannot start fails all requests with the reason', async () => {
    const echo = echoProcess({ unusable: true });
    await expect(echo.request({ say: 'a' })).rejects.toThrow('cannot start');
  });

  test('once closed, it refuses and is gone', async () => {
    const echo = echoProcess();
    await echo.request({ say: 'a' });
    const { pid } = echo;
    const waiting = echo.request({ say: 'b', delayMs: 5000 });
    waiting.catch(() => {});
    await echo.close();
    await expect(waiting).rejects.toMatchObject({ code: 'MODEL_PROCESS_CLOSED' });
    await expect(echo.request({ say: 'c' })).rejects.toMatchObject({ code: 'MODEL_PROCESS_CLOSED' });
    expect(() => process.kill(pid!, 0)).toThrow();
  });
});
