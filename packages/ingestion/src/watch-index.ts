import { type FSWatcher, realpathSync, statSync, watch } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { FootnoteError } from '@footnote/core';
import { findFiles } from '@footnote/documents';
import type { IndexReport } from './index-report.ts';
import { type UpdateIndexOptions, updateIndex } from './update-index.ts';

export interface WatchOptions extends UpdateIndexOptions {
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Told of the first run, of each after a change, and of what a rescan finds. */
  readonly onReport: (report: IndexReport) => void;
  /** After so long without a change the paths are looked at all the same; 5 minutes unless given. */
  readonly rescanMilliseconds?: number;
}

/** Files are often written in several steps: a run starts when they have been at rest for so long. */
const REST_MS = 500;

/** Network drives and folders that were put in the place of others tell of no change. */
const RESCAN_MS = 5 * 60_000;

/**
 * Brings the index in line now, and again whenever something changes at the paths, until the signal. What changed is
 * found by content, so a run that finds nothing costs little, and what no event told of is found by the next rescan.
 * @throws FootnoteError as `updateIndex`, and `WATCH_FAILED`
 */
export async function watchIndex(options: WatchOptions): Promise<void> {
  // A path that is missing is told of as in any run; the watcher would only say ENOENT.
  await findFiles(options.paths);
  const changes = new Changes(options);
  try {
    for (const path of options.paths) changes.watch(path);
    let isTold = true;
    while (!options.signal.aborted) {
      const report = await updateIndex({ ...options, wait: true });
      if (isTold || report.added + report.replaced + report.removed > 0) options.onReport(report);
      isTold = await changes.next(options.rescanMilliseconds ?? RESCAN_MS);
    }
  } finally {
    changes.close();
  }
}

/** Waits for a change, and then for rest. */
class Changes {
  readonly #watchers: FSWatcher[] = [];
  readonly #signal: AbortSignal;
  readonly #index: string;
  #pending = false;
  #failure: FootnoteError | undefined;
  #wake: () => void = () => {};

  constructor({ index, signal }: WatchOptions) {
    this.#index = index.location;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#wake(), { once: true });
  }

  /** @throws FootnoteError `WATCH_FAILED` */
  watch(path: string): void {
    const watchers = startWatchers(path, {
      onChange: (changed) => {
        // What a run itself writes is no change, or each run would be followed by another.
        if (changed === null || !isWithin(this.#index, changed)) this.#change();
      },
      onFailure: (failure) => {
        this.#failure = failure;
        this.#change();
      },
    });
    this.#watchers.push(...watchers);
  }

  /** True after a change, false when it is time for a rescan. */
  async next(rescanMilliseconds: number): Promise<boolean> {
    if (!this.#signal.aborted && !this.#pending) await this.#sleep(rescanMilliseconds);
    const isChanged = this.#pending;
    while (!this.#signal.aborted && this.#pending) {
      this.#pending = false;
      await this.#sleep(REST_MS);
    }
    if (this.#failure) throw this.#failure;
    return isChanged;
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close();
  }

  #change(): void {
    this.#pending = true;
    this.#wake();
  }

  #sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

interface WatchEvents {
  readonly onChange: (changed: string | null) => void;
  readonly onFailure: (failure: FootnoteError) => void;
}

function startWatchers(path: string, events: WatchEvents): FSWatcher[] {
  const failure = (cause: Error) =>
    new FootnoteError(
      'WATCH_FAILED',
      `${path} cannot be watched: ${cause.message}. Raise the system's limit of watched files, or index without --watch.`,
      { cause },
    );
  try {
    const isFolder = statSync(path).isDirectory();
    const watchers = isFolder ? [watchFolder(path, events)] : watchFile(path, events);
    return watchers.map((watcher) => watcher.on('error', (cause) => events.onFailure(failure(cause))));
  } catch (cause) {
    throw failure(cause as Error);
  }
}

function watchFolder(path: string, { onChange }: WatchEvents): FSWatcher {
  const folder = resolve(path);
  return watch(path, { recursive: true }, (_, name) => onChange(name === null ? null : join(folder, name)));
}

/**
 * Watches the folder for a file of this name: most programs save by putting a new file in the old one's place, which a
 * watch of the file itself would not follow. Of a link the folder of the file too.
 */
function watchFile(path: string, { onChange }: WatchEvents): FSWatcher[] {
  const files = new Set([resolve(path), realpathSync(path)]);
  return [...files].map((file) =>
    watch(dirname(file), (_, name) => {
      if (name === null || name === basename(file)) onChange(file);
    }),
  );
}

function isWithin(directory: string, path: string): boolean {
  return path === directory || path.startsWith(directory + sep);
}
