import { type Engine, FootnoteError } from '@footnote/engine';
import { expect, it } from 'vitest';
import { watchDamage } from './damage-watch.ts';

const DAMAGE = new FootnoteError('INDEX_DAMAGED', 'The text of "a" has a wrong checksum. Repair the index.');

/** Whose article "a" cannot be read while `isDamaged`, and who counts how often it is asked. */
function damageable() {
  const state = { isDamaged: true, reads: 0 };
  const engine = {
    articlesByKey: async (keys: readonly string[]) => {
      state.reads += 1;
      if (state.isDamaged && keys.includes('a')) throw DAMAGE;
      return keys.map(() => null);
    },
    facets: () => Promise.reject(new FootnoteError('INDEX_CHANGED', 'Ask again.')),
    status: async () => ({ articles: 1 }),
  } as unknown as Engine;
  return { state, ...watchDamage(engine) };
}

it('is well until a read meets damage, and again once the same read succeeds', async () => {
  const { state, engine, damage } = damageable();
  await engine.articlesByKey(['b']);
  expect(await damage()).toBeNull();
  await expect(engine.articlesByKey(['a'])).rejects.toBe(DAMAGE);
  expect(await damage()).toBe(DAMAGE);
  await engine.articlesByKey(['b']);
  expect(await damage()).toBe(DAMAGE);
  state.isDamaged = false;
  expect(await damage()).toBeNull();
  const { reads } = state;
  expect(await damage()).toBeNull();
  expect(state.reads).toBe(reads);
});

it('takes no other error for damage', async () => {
  const { engine, damage } = damageable();
  await expect(engine.facets()).rejects.toMatchObject({ code: 'INDEX_CHANGED' });
  expect(await damage()).toBeNull();
});
