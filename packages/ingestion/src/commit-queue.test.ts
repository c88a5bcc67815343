import { expect, test } from 'vitest';
import { CommitQueue } from './commit-queue.ts';

function recordedQueue(limit: number) {
  const commits: string[][] = [];
  const queue = new CommitQueue({
    limit,
    commit: (change) => {
      commits.push([]);
      change();
    },
  });
  const note = (name: string) => () => {
    commits.at(-1)!.push(name);
  };
  return { queue, commits, note };
}

test('commits in the order of pushing, whatever is ready first', async () => {
  const { queue, commits, note } = recordedQueue(10);
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  await queue.push({ ready: slow, size: 1, change: note('slow') });
  await queue.push({ ready: Promise.resolve(), size: 1, change: note('fast') });
  expect(commits).toEqual([]);
  finish();
  await queue.drain();
  expect(commits).toEqual([['slow'], ['fast']]);
});

test('holds up who pushes while too much is pending', async () => {
  const { queue, commits, note } = recordedQueue(2);
  for (const name of ['a', 'b', 'c'])
    await queue.push({ ready: Promise.resolve(), size: 1, change: note(name) });
  expect(commits).toEqual([['a']]);
});

test('joins a change to what was pushed last, and makes it at once when nothing is pending', async () => {
  const { queue, commits, note } = recordedQueue(10);
  queue.join(note('first'));
  await queue.push({ ready: Promise.resolve(), size: 1, change: note('article') });
  queue.join(note('file'));
  await queue.drain();
  expect(commits).toEqual([['first'], ['article', 'file']]);
});

test('a rejection is thrown when its turn comes, and nothing after it is committed', async () => {
  const { queue, commits, note } = recordedQueue(10);
  await queue.push({ ready: Promise.reject(new Error('no vector')), size: 1, change: note('bad') });
  await queue.push({ ready: Promise.resolve(), size: 1, change: note('good') });
  await expect(queue.drain()).rejects.toThrow('no vector');
  expect(commits).toEqual([]);
});
