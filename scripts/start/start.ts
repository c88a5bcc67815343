/**
 * `npm start [-- PATH…]`: indexes the articles, builds the web app when it changed, serves the API and the chat,
 * and stops both on Ctrl-C.
 */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { dropEmptySettings, InterruptedError, settingOption, untilInterrupted } from '@footnote/cli';
import { FootnoteError } from '@footnote/core';
import { Command, CommanderError } from 'commander';
import { assertPortFree } from './free-port.ts';
import { indexArticles } from './index-articles.ts';
import { CommandFailedError, FOOTNOTE, runNode } from './run-footnote.ts';
import { ServerProcess } from './server-process.ts';

interface StartOptions {
  readonly index: string;
  readonly host: string;
  readonly port: number;
  readonly webPort: number;
  readonly model?: string;
  readonly pooling?: string;
  readonly reader?: string;
  readonly readers?: number;
  readonly writable?: true;
}

const ROOT = resolve(import.meta.dirname, '../..');
const WEB = join(ROOT, 'apps/web');
const NO_TELEMETRY = { NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
const require = createRequire(import.meta.url);

// Who starts all of it means to use it: the chat takes articles, unless the variable says 0.
process.env.FOOTNOTE_WRITABLE ||= '1';
dropEmptySettings(process.env);
const program = new Command('npm start --')
  .description('Indexes articles, and serves the API and the chat until it is stopped.')
  .argument('[path...]', 'files and folders of articles (default: the sample articles)');
for (const name of [
  'index',
  'host',
  'port',
  'webPort',
  'model',
  'pooling',
  'reader',
  'readers',
  'writable',
] as const) {
  program.addOption(settingOption(name));
}
program.action(start).exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
  if (!(error instanceof CommanderError) && !(error instanceof CommandFailedError)) report(error);
}

async function start(paths: string[], options: StartOptions): Promise<void> {
  const { host, port, webPort } = options;
  await assertPortFree(host, port, 'FOOTNOTE_PORT');
  await assertPortFree(host, webPort, 'FOOTNOTE_WEB_PORT');
  await indexArticles(options.index, paths, indexFlags(options));
  await buildWeb();
  const servers: ServerProcess[] = [];
  try {
    await untilInterrupted(async (signal) => {
      // One after the other: the chat asks the API as soon as it is asked.
      for (const startServer of [startApi, startWeb]) {
        const server = startServer(options);
        servers.push(server);
        await server.untilReady(signal);
      }
      process.stdout.write(
        `API:  http://${inUrl(host)}:${port}/graphql\nChat: http://${inUrl(host)}:${webPort}\n`,
      );
      await Promise.race([...servers.map((server) => server.untilExit()), untilAborted(signal)]);
    });
  } finally {
    for (const server of servers) await server.stop();
  }
}

function indexFlags({ index, model, pooling }: StartOptions): string[] {
  return ['--index', index, ...given('--model', model), ...given('--pooling', pooling)];
}

/** Turbo builds the web app once, and again only when its sources or the schema changed. */
async function buildWeb(): Promise<void> {
  const turbo = require.resolve('turbo/bin/turbo');
  await runNode([turbo, 'run', 'build', '--filter=@footnote/web', '--cwd', ROOT], NO_TELEMETRY);
}

function startApi(options: StartOptions): ServerProcess {
  const { index, host, port, model, pooling, reader, readers, writable } = options;
  const flags = [
    ...(writable ? ['--writable'] : []),
    ...given('--model', model),
    ...given('--pooling', pooling),
    ...given('--reader', reader),
    ...given('--readers', readers),
  ];
  return new ServerProcess({
    name: 'API',
    command: [FOOTNOTE, 'serve', '--index', index, '--host', host, '--port', String(port), ...flags],
    workingDirectory: process.cwd(),
    environment: process.env,
    readyUrl: `http://${inUrl(host)}:${port}/health/ready`,
    stopTimeout: 15_000,
  });
}

function startWeb({ index, host, port, webPort }: StartOptions): ServerProcess {
  const next = require.resolve('next/dist/bin/next', { paths: [WEB] });
  return new ServerProcess({
    name: 'web app',
    // A question of 2,000 characters in the address, percent-encoded, is longer than Node's limit on headers.
    command: ['--max-http-header-size=65536', next, 'start', '-H', host, '-p', String(webPort)],
    workingDirectory: WEB,
    environment: {
      ...process.env,
      ...NO_TELEMETRY,
      FOOTNOTE_INDEX: index,
      FOOTNOTE_HOST: host,
      FOOTNOTE_PORT: String(port),
    },
    readyUrl: `http://${inUrl(host)}:${webPort}/`,
    // Next waits for streams that are open; the API, which feeds them, has stopped by now.
    stopTimeout: 3_000,
  });
}

function given(flag: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [flag, String(value)];
}

function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof CommandFailedError ? error.exitCode : 1;
}

function report(error: unknown): void {
  const isExpected = error instanceof FootnoteError || error instanceof InterruptedError;
  const message = isExpected ? error.message : error instanceof Error ? error.stack : error;
  process.stderr.write(`${message}\n`);
}
