import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { InterruptedError } from '@footnote/cli';

/** How often it is looked whether npm is there, in milliseconds. */
const INTERVAL = 1_000;
const SHELLS = new Set(['sh', 'bash', 'dash', 'zsh', 'ash']);

/**
 * Aborted once the `npm start` that runs this process is gone. npm passes on no signal that kills it at once, and its
 * shell passes on none; a process that was not started by it may well outlive its parent.
 */
export function npmGone(): AbortSignal {
  const controller = new AbortController();
  if (process.env.npm_lifecycle_event === 'start') {
    const parent = process.ppid;
    const npm = parentOfShell(parent);
    const timer = setInterval(() => {
      if (process.ppid !== parent || (npm !== null && !isThere(npm))) {
        clearInterval(timer);
        controller.abort(new InterruptedError('Stopped, as npm is gone.'));
      }
    }, INTERVAL);
    timer.unref();
  }
  return controller.signal;
}

/** npm runs a command in a shell, which may or may not stay as its parent; null where it does not. */
function parentOfShell(id: number): number | null {
  try {
    const line = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(id)], { encoding: 'utf8' });
    const [, parent, command] = /^\s*(\d+)\s+(.*\S)\s*$/u.exec(line) ?? [];
    return command !== undefined && SHELLS.has(basename(command)) ? Number(parent) : null;
  } catch (error) {
    // Windows has no ps.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isThere(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
