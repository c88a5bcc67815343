import { afterEach, describe, expect, it } from 'vitest';
import type { EchoRequest } from './echo-process.fixture.ts';
import { ProcessPool } from './process-pool.ts';

const open: ProcessPool<EchoRequest, string>[] = [];

function echoPool(options: { size: number; inFlight: number }): ProcessPool<EchoRequest, string> {
  const entry = new URL('./echo-process.fixture.ts', import.meta.url);
  const pool = new ProcessPool<EchoRequest, string>({ entry, start: {}, name: 'echo process', ...options });
  open.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

describe('ProcessPool', () => {
  it('starts no process while another is free', async () => {
    const pool = echoPool({ size: 3, inFlight: 1 });
    expect(await pool.request({ say: 'pid' })).toBe(await pool.request({ say: 'pid' }));
  });

  it('shares requests among its processes, and each waits for its turn', async () => {
    const pool = echoPool({ size: 2, inFlight: 1 });
    const pids = await Promise.all(
      Array.from({ length: 6 }, () => pool.request({ say: 'pid', delayMs: 50 })),
    );
    expect(new Set(pids).size).toBe(2);
  });

  it('sends a request to every process when asked to', async () => {
    const pool = echoPool({ size: 2, inFlight: 2 });
    await pool.requestFromEach({ say: 'up' });
    const pids = await Promise.all([pool.request({ say: 'pid' }), pool.request({ say: 'pid' })]);
    expect(new Set(pids).size).toBe(2);
  });

  it('once closed, refuses also what waited for its turn', async () => {
    const pool = echoPool({ size: 1, inFlight: 1 });
    const answers = Promise.allSettled([1, 2, 3].map(() => pool.request({ delayMs: 20_000 })));
    await pool.close();
    expect(await answers).toEqual(
      [1, 2, 3].map(() => ({
        status: 'rejected',
        reason: expect.objectContaining({ code: 'PROCESS_CLOSED' }),
      })),
    );
  });
});
