import type { AskResult } from '@footnote/engine';
import { expect, it } from 'vitest';
import { createQuestionQueue } from './question-queue.ts';

const LIMITS = { running: 2, waiting: 1 };

/** Answers only when it is told to, in the order of the questions. */
function heldAnswers() {
  const asked: string[] = [];
  const release: (() => void)[] = [];
  const ask = ({ question }: { question: string }) => {
    asked.push(question);
    return new Promise<AskResult>((resolve) => {
      release.push(() => resolve({ question } as AskResult));
    });
  };
  return { asked, ask, releaseNext: () => release.shift()?.() };
}

it('answers so many at once, lets so many wait, and refuses the next', async () => {
  const { asked, ask, releaseNext } = heldAnswers();
  const queue = createQuestionQueue(ask, LIMITS);
  const answers = ['a', 'b', 'c'].map((question) => queue.ask({ question }));
  await expect(queue.ask({ question: 'd' })).rejects.toMatchObject({ code: 'SERVER_BUSY' });
  expect(asked).toEqual(['a', 'b']);
  expect([queue.running(), queue.waiting()]).toEqual([2, 1]);
  releaseNext();
  await answers[0];
  await expect.poll(() => asked).toEqual(['a', 'b', 'c']);
  const another = queue.ask({ question: 'e' });
  releaseNext();
  releaseNext();
  await expect.poll(() => asked).toEqual(['a', 'b', 'c', 'e']);
  releaseNext();
  expect((await Promise.all([...answers, another])).map(({ question }) => question)).toEqual([
    'a',
    'b',
    'c',
    'e',
  ]);
  expect([queue.running(), queue.waiting()]).toEqual([0, 0]);
});

it('forgets a question that nobody waits for any more, before it is read', async () => {
  const { asked, ask, releaseNext } = heldAnswers();
  const queue = createQuestionQueue(ask, { running: 1, waiting: 1 });
  const first = queue.ask({ question: 'a' });
  const left = new AbortController();
  const second = queue.ask({ question: 'b' }, { signal: left.signal });
  const gone = new Error('gone');
  left.abort(gone);
  await expect(second).rejects.toBe(gone);
  releaseNext();
  await first;
  expect(asked).toEqual(['a']);
});

it('goes on after a question that failed', async () => {
  const failing = new Error('failed');
  const queue = createQuestionQueue(() => Promise.reject(failing), { running: 1, waiting: 0 });
  await expect(queue.ask({ question: 'a' })).rejects.toBe(failing);
  await expect(queue.ask({ question: 'b' })).rejects.toBe(failing);
});
