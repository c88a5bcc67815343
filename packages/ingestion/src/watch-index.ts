import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { FootnoteError } from '@footnote/core';
import { findFiles } from '@footnote/documents';
import type { IndexReport } from './index-report.ts';
import { type UpdateIndexOptions, updateIndex } from './update-index.ts';

export interface WatchOptions extends UpdateIndexOptions {
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Told of each run that the watch makes, the first included. */
  readonly onReport: (report: IndexReport) => void;
}

/** Files are often written in several steps: a run starts when they have been at rest for so long. */
const REST_MS = 500;

/**
 * Brings the index in line now, and again whenever something changes at the paths, until the signal. What changed is
 * found by content, so a run that finds nothing costs little, and no event can be missed for good.
 * @throws FootnoteError as `updateIndex`, and `WATCH_FAILED`
 */
export async function watchIndex(options: WatchOptions): Promise<void> {
  // A path that is missing is told of as in any run; the watcher would only say ENOENT.
  await findFiles(options.paths);
  const changes = new Changes(options);
  try {
    for (const path of options.paths) changes.watch(path);
    while (!options.signal.aborted) {
      const report = await updateIndex({ ...options, wait: true });
      options.onReport(report);
      await changes.next();
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
    const watcher = startWatcher(path, {
      onChange: (changed) => {
        // What a run itself writes is no change, or each run would be followed by another.
        if (changed === null || !isWithin(this.#index, changed)) this.#change();
      },
      onFailure: (failure) => {
        this.#failure = failure;
        this.#change();
      },
    });
    this.#watchers.push(watcher);
  }

  async next(): Promise<void> {
    while (!this.#signal.aborted && !this.#pending) await this.#sleep();
    while (!this.#signal.aborted && this.#pending) {
      this.#pending = false;
      await this.#sleep(REST_MS);
    }
    if (this.#failure) throw this.#failure;
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close();
  }

  #change(): void {
    this.#pending = true;
    this.#wake();
  }

  #sleep(milliseconds?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function startWatcher(
  path: string,
  on: { onChange: (changed: string | null) => void; onFailure: (failure: FootnoteError) => void },
): FSWatcher {
  const failure = (cause: Error) =>
    new FootnoteError(
      'WATCH_FAILED',
      `${path} cannot be watched: ${cause.message}. Raise the system's limit of watched files, or index without --watch.`,
      { cause },
    );
  try {
    const folder = resolve(statSync(path).isDirectory() ? path : dirname(path));
    const watcher = watch(path, { recursive: true }, (_, name) =>
      on.onChange(name === null ? null : join(folder, name)),
    );
    return watcher.on('error', (cause) => on.onFailure(failure(cause)));
  } catch (cause) {
    throw failure(cause as Error);
  }
}

function isWithin(directory: string, path: string): boolean {
  return path === directory || path.startsWith(directory + sep);
}
