import { mkdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { FootnoteError } from '@footnote/core';
import Database from 'better-sqlite3';
import { lockPath } from './index-directory.ts';
import { translateIndexError } from './index-errors.ts';

const POLL_MS = 100;

export interface WriterLock {
  release(): void;
}

export interface LockOptions {
  /** Wait until the lock is free, instead of failing at once. */
  readonly wait?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes the lock that lets one process at a time change an index. It is an exclusive lock of SQLite on a file of
 * its own, and so one of the operating system, which it takes back from a process that dies.
 * @throws FootnoteError `INDEX_LOCKED`, `INDEX_NOT_WRITABLE`, `INDEX_PATH_INVALID`; the signal's reason when it is
 * aborted while waiting
 */
export async function acquireWriterLock(directory: string, options: LockOptions = {}): Promise<WriterLock> {
  for (;;) {
    const lock = tryLock(directory);
    if (lock) return lock;
    if (!options.wait) {
      throw new FootnoteError(
        'INDEX_LOCKED',
        `Another process is changing the index in ${directory}. Try again when it is done, or add --wait to wait for it.`,
      );
    }
    await delay(POLL_MS);
    options.signal?.throwIfAborted();
  }
}

function tryLock(directory: string): WriterLock | null {
  let database: Database.Database | undefined;
  try {
    mkdirSync(directory, { recursive: true });
    database = new Database(lockPath(directory), { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    const held = database;
    return { release: () => held.close() };
  } catch (error) {
    database?.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null;
    throw translateIndexError(directory, error);
  }
}
