import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databasePath } from './index-directory.ts';
import { verifyIndex } from './verify-index.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'footnote-verify-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('verifyIndex', () => {
  test('takes a database that cannot be read for a problem', () => {
    mkdirSync(databasePath(directory));
    expect(verifyIndex(directory)).toEqual({
      ok: false,
      problems: [{ code: 'DATABASE', message: expect.stringMatching(/cannot be read.*Check/) }],
    });
  });
});
