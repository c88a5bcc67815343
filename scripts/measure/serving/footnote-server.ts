import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** The repository that this script is of. */
export const THIS_CHECKOUT = resolve(import.meta.dirname, '../../..');

/** `footnote serve` of a checkout, on any free port. */
export interface FootnoteServer {
  /** Of its API. */
  readonly url: string;
  /**
   * Memory of the server and its child processes: what each has for itself, and its share of what several have in
   * common (proportional set size, megabytes); null where the system does not tell.
   */
  memory(): number | null;
  stop(): Promise<void>;
}

export async function startFootnoteServer(
  checkout: string,
  { index, flags = [] }: { index: string; flags?: readonly string[] },
): Promise<FootnoteServer> {
  const child = runFootnote(checkout, ['serve', '--index', index, '--port', '0', ...flags]);
  const url = await addressOf(child);
  return {
    url,
    memory: () => proportionalMemory(child.pid!),
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

export async function indexFolder(folder: string, index: string): Promise<void> {
  const run = runFootnote(THIS_CHECKOUT, ['index', folder, '--index', index, '--json']);
  run.stdout!.resume();
  run.stderr!.resume();
  await once(run, 'exit');
  if (run.exitCode !== 0) throw new Error(`footnote index ended with status ${run.exitCode}`);
}

function runFootnote(checkout: string, parameters: readonly string[]): ChildProcess {
  const footnote = join(checkout, 'apps/cli/bin/footnote.js');
  return spawn(process.execPath, [footnote, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function addressOf(server: ChildProcess): Promise<string> {
  for await (const text of createInterface({ input: server.stderr! })) {
    const address = /https?:\S+/.exec(text)?.[0];
    if (address) return address;
  }
  throw new Error('the server ended before it said where it is');
}

function proportionalMemory(pid: number): number | null {
  if (!existsSync('/proc/self/smaps_rollup')) return null;
  const kilobytes = processTree(pid).map((one) => {
    const rollup = readFileSync(`/proc/${one}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1000;
}

function processTree(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
  return [pid, ...children.flatMap(processTree)];
}
