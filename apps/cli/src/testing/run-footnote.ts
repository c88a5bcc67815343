import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** What npm links as `footnote`. */
export const FOOTNOTE_BIN = fileURLToPath(new URL('../../bin/footnote.js', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly cwd?: string;
  readonly environment?: Record<string, string>;
  /** Empty unless it is a pipe. */
  readonly stdin?: 'ignore' | 'pipe';
  /** Whether it has a channel to this process, as what npm start starts. */
  readonly hasChannel?: boolean;
}

/** The command as people run it, in a process of its own. */
export function startFootnote(
  args: readonly string[],
  { cwd, environment = {}, stdin = 'ignore', hasChannel = false }: RunOptions = {},
): ChildProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('FOOTNOTE_'));
  const env = { ...Object.fromEntries(inherited), ...environment };
  const channel = hasChannel ? (['ipc'] as const) : [];
  return spawn(process.execPath, [FOOTNOTE_BIN, ...args], {
    cwd,
    env,
    stdio: [stdin, 'pipe', 'pipe', ...channel],
  });
}

export async function runFootnote(args: readonly string[], options?: RunOptions): Promise<Outcome> {
  const child = startFootnote(args, options);
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const { stdout: out, stderr: err } = child;
  if (!out || !err) throw new Error('The command has no output.');
  const [status, stdout, stderr] = await Promise.all([closed, text(out), text(err)]);
  return { status, stdout, stderr };
}
