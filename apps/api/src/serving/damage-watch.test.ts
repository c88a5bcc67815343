import { type Engine, FootnoteError } from '@footnote/engine';
import { expect, it } from 'vitest';
import { watchDamage } from './damage-watch.ts';

const DAMAGE = new FootnoteError('INDEX_DAMAGED', 'The text of "a" has a wrong checksum. Repair the index.');

/** Whose article "a" cannot be read while `isDamaged`, and who counts how often it is asked. */
function damageable() {
  const state = { isDamaged: true, reads: 0, version: 'index 1', time: 0 };
  const engine = {
    articlesByKey: async (keys: readonly string[]) => {
      state.reads += 1;
      if (state.isDamaged && keys.includes('a')) throw DAMAGE;
      return keys.map(() => null);
    },
    facets: () => Promise.reject(new FootnoteError('INDEX_CHANGED', 'Ask again.')),
    status: async () => ({ articles: 1 }),
    version: async () => state.version,
  } as unknown as Engine;
  return { state, ...watchDamage(engine, () => state.time) };
}

it('is well until a read meets damage, and again once the same read succeeds in what the index has become', async () => {
  const { state, engine, damage } = damageable();
  await engine.articlesByKey(['b']);
  expect(await damage()).toBeNull();
  await expect(engine.articlesByKey(['a'])).rejects.toBe(DAMAGE);
  expect(await damage()).toBe(DAMAGE);
  await engine.articlesByKey(['b']);
  state.version = 'index 2';
  expect(await damage()).toBe(DAMAGE);
  state.isDamaged = false;
  state.version = 'index 3';
  expect(await damage()).toBeNull();
  const { reads } = state;
  state.version = 'index 4';
  expect(await damage()).toBeNull();
  expect(state.reads).toBe(reads);
});

it('reads what was damaged no more often than twice a minute while the index does not change', async () => {
  const { state, engine, damage } = damageable();
  await expect(engine.articlesByKey(['a'])).rejects.toBe(DAMAGE);
  const before = state.reads;
  for (state.time = 1; state.time < 59_000; state.time += 1_000) expect(await damage()).toBe(DAMAGE);
  expect(state.reads).toBe(before + 1);
  state.isDamaged = false;
  state.time += 30_000;
  expect(await damage()).toBeNull();
});

it('reads it once for all who ask at the same time', async () => {
  const { state, engine, damage } = damageable();
  await expect(engine.articlesByKey(['a'])).rejects.toBe(DAMAGE);
  state.version = 'index 2';
  const before = state.reads;
  expect(await Promise.all([damage(), damage(), damage()])).toEqual([DAMAGE, DAMAGE, DAMAGE]);
  expect(state.reads).toBe(before + 1);
});

it('takes no other error for damage', async () => {
  const { engine, damage } = damageable();
  await expect(engine.facets()).rejects.toMatchObject({ code: 'INDEX_CHANGED' });
  expect(await damage()).toBeNull();
});
