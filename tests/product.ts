import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

/** The whole product as `npm start` runs it, on ports of its own. */
export interface Product {
  readonly apiUrl: string;
  readonly chatUrl: string;
  /** Presses Ctrl-C and waits; the exit status. */
  stop(): Promise<number | null>;
}

export interface ProductOptions {
  readonly flags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs what `npm start` runs until it says where both servers are. */
export async function startProduct(
  index: string,
  { flags: given = [], environment = {} }: ProductOptions = {},
): Promise<Product> {
  const [port, webPort] = [await freePort(), await freePort()];
  const flags = ['--index', index, '--port', String(port), '--web-port', String(webPort), ...given];
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start/start.ts', ...flags], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = await untilPrinted(child, /Chat: \S+/u);
  const stop = async (): Promise<number | null> => {
    if (child.exitCode !== null) return child.exitCode;
    const exited = once(child, 'exit');
    child.kill('SIGINT');
    return (await exited)[0] as number | null;
  };
  return { apiUrl: address(printed, /API: +(\S+)/u), chatUrl: address(printed, /Chat: +(\S+)/u), stop };
}

async function untilPrinted(child: ChildProcess, wanted: RegExp): Promise<string> {
  let printed = '';
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      if (wanted.test(printed)) resolve(printed);
    });
    child.once('exit', (status) => reject(new Error(`It stopped with status ${status}:\n${errors}`)));
  });
}

function address(printed: string, pattern: RegExp): string {
  return pattern.exec(printed)?.[1] ?? '';
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
