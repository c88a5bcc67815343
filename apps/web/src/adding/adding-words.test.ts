import { expect, it } from 'vitest';
import type { Adding } from './add-files.ts';
import { addingWords } from './adding-words.ts';

const DONE: Adding = {
  state: 'done',
  files: 3,
  doneFiles: 3,
  progress: null,
  added: 1,
  replaced: 0,
  unchanged: 0,
  skipped: [],
  warnings: [],
  problem: null,
};

it('says how far files are, and what became of them', () => {
  const progress = {
    __typename: 'IndexProgress',
    stage: 'EMBEDDING',
    files: 1,
    totalFiles: 2,
    passages: 9,
  } as const;
  expect(addingWords({ ...DONE, state: 'reading', doneFiles: 1, progress })).toBe(
    'Reading: 2 of 3 files, 9 passages…',
  );
  expect(addingWords(DONE)).toBe('1 article added.');
  expect(addingWords({ ...DONE, added: 0, unchanged: 2, skipped: [{ path: 'a', reason: 'b' }] })).toBe(
    '2 articles there already, 1 skipped.',
  );
  expect(addingWords({ ...DONE, state: 'stopped', doneFiles: 0 })).toBe('Stopped. Nothing was added.');
});
