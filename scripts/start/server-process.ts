import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { FootnoteError } from '@footnote/core';

export interface ServerCommand {
  /** How messages call it: `API`, `web app`. */
  readonly name: string;
  /** Arguments of `node`. */
  readonly command: readonly string[];
  readonly workingDirectory: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Answers with status 200 once the server can do its work. */
  readonly readyUrl: string;
  /** Milliseconds that it is given to finish what it is doing when it is stopped. */
  readonly stopTimeout: number;
}

/** How often a server that starts is asked whether it is ready, in milliseconds. */
const POLL_INTERVAL = 100;
const START_TIMEOUT = 120_000;

/** A server in a process of its own. */
export class ServerProcess {
  readonly name: string;
  readonly #readyUrl: string;
  readonly #stopTimeout: number;
  readonly #child: ChildProcess;

  constructor(options: ServerCommand) {
    const { name, command, workingDirectory, environment, readyUrl, stopTimeout } = options;
    this.name = name;
    this.#readyUrl = readyUrl;
    this.#stopTimeout = stopTimeout;
    this.#child = spawn(process.execPath, command, {
      cwd: workingDirectory,
      env: environment,
      // What servers say on standard output is theirs; errors are for the person who started them.
      // The channel carries nothing: it closes when this process ends in whatever way, and the server with it.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  /** @throws FootnoteError `SERVER_STOPPED`, `SERVER_NOT_READY` */
  async untilReady(signal: AbortSignal): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT;
    while (!(await this.#isReady())) {
      signal.throwIfAborted();
      if (this.#hasExited()) throw this.#stopped();
      if (Date.now() > deadline) {
        const message = `The ${this.name} was not ready within ${START_TIMEOUT / 1000} seconds. What it printed above says why.`;
        throw new FootnoteError('SERVER_NOT_READY', message);
      }
      await wait(POLL_INTERVAL);
    }
  }

  /** Rejects when the process ends, with `SERVER_STOPPED`. */
  async untilExit(): Promise<never> {
    if (!this.#hasExited()) await once(this.#child, 'exit');
    throw this.#stopped();
  }

  /** Lets it finish what it is doing, and ends it if that takes too long. */
  async stop(): Promise<void> {
    if (this.#hasExited()) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const forced = setTimeout(() => this.#child.kill('SIGKILL'), this.#stopTimeout);
    await exited;
    clearTimeout(forced);
  }

  async #isReady(): Promise<boolean> {
    try {
      const response = await fetch(this.#readyUrl);
      await response.body?.cancel();
      return response.ok;
    } catch {
      // Nothing listens yet: the next poll asks again, until the deadline.
      return false;
    }
  }

  #hasExited(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  #stopped(): FootnoteError {
    const { exitCode, signalCode } = this.#child;
    const how = signalCode === null ? `with status ${exitCode}` : `by ${signalCode}`;
    return new FootnoteError(
      'SERVER_STOPPED',
      `The ${this.name} stopped ${how}. What it printed above says why.`,
    );
  }
}
