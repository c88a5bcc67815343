import type { IndexChange } from '@footnote/index';
import { expect, it } from 'vitest';
import { CommitQueue } from './commit-queue.ts';

function recordedQueue(limit: number) {
  const commits: string[][] = [];
  const queue = new CommitQueue({
    limit,
    apply: async (changes) => {
      commits.push(changes.map((change) => (change.kind === 'remove' ? change.key : change.kind)));
    },
  });
  return { queue, commits };
}

function change(key: string): IndexChange[] {
  return [{ kind: 'remove', key }];
}

function ready(key: string) {
  return { changes: Promise.resolve(change(key)), size: 1 };
}

it('commits in the order of pushing, whatever is ready first', async () => {
  const { queue, commits } = recordedQueue(10);
  let finish = (_: IndexChange[]) => {};
  const slow = new Promise<IndexChange[]>((resolve) => {
    finish = resolve;
  });
  await queue.push({ changes: slow, size: 1 });
  await queue.push(ready('fast'));
  expect(commits).toEqual([]);
  finish(change('slow'));
  await queue.drain();
  expect(commits).toEqual([['slow'], ['fast']]);
});

it('holds up who pushes while too much is pending', async () => {
  const { queue, commits } = recordedQueue(2);
  for (const key of ['a', 'b', 'c']) await queue.push(ready(key));
  expect(commits).toEqual([['a']]);
});

it('joins changes to what was pushed last, and applies them at once when nothing is pending', async () => {
  const { queue, commits } = recordedQueue(10);
  const applied: string[] = [];
  await queue.join(change('first'), () => applied.push('first'));
  expect(applied).toEqual(['first']);
  await queue.push(ready('article'));
  await queue.join(change('file'), () => applied.push('file'));
  expect(applied).toEqual(['first']);
  await queue.drain();
  expect(commits).toEqual([['first'], ['article', 'file']]);
  expect(applied).toEqual(['first', 'file']);
});

it('a rejection is thrown when its turn comes, and nothing after it is committed', async () => {
  const { queue, commits } = recordedQueue(10);
  await queue.push({ changes: Promise.reject(new Error('no vector')), size: 1 });
  await queue.push(ready('good'));
  await expect(queue.drain()).rejects.toThrow('no vector');
  expect(commits).toEqual([]);
});
