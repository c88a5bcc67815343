import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, resolve } from 'node:path';

/** The `footnote` command, as arguments of `node`. */
export const FOOTNOTE = resolve(import.meta.dirname, '../../apps/cli/bin/footnote.js');

/** A command that reported its own error; its exit status is all that is left to say. */
export class CommandFailedError extends Error {
  override readonly name = 'CommandFailedError';
  readonly exitCode: number;

  constructor(command: string, exitCode: number) {
    super(`${command} failed`);
    this.exitCode = exitCode;
  }
}

/** Runs a footnote command in a process of its own, its messages on standard error. */
export async function runFootnote(args: readonly string[]): Promise<void> {
  await runNode([FOOTNOTE, ...args], {});
}

/**
 * Runs a Node program to its end, its output on standard error.
 * @throws CommandFailedError when it exits with another status than 0
 */
export async function runNode(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', process.stderr, 'inherit'],
    env: { ...process.env, ...environment },
  });
  const [exitCode] = await once(child, 'exit');
  if (exitCode !== 0) throw new CommandFailedError(basename(args[0] ?? 'node'), exitCode ?? 1);
}
