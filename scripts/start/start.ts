/**
 * `npm start [-- PATH…]`: indexes the articles, builds the web app when it changed, serves the API and the chat,
 * and stops both on Ctrl-C.
 */
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { type AccessOptions, assertGuarded } from '@footnote/api';
import {
  type AccessFlags,
  accessEnvironment,
  accessOptions,
  dropEmptySettings,
  InterruptedError,
  readAccess,
  settingOption,
  untilInterrupted,
} from '@footnote/cli';
import { FootnoteError } from '@footnote/core';
import { isClusterLocation } from '@footnote/index-location';
import { Command, CommanderError } from 'commander';
import { assertPortFree } from './free-port.ts';
import { indexArticles } from './index-articles.ts';
import { npmGone } from './npm-gone.ts';
import { CommandFailedError, FOOTNOTE, runNode } from './run-footnote.ts';
import { ServerProcess } from './server-process.ts';

interface StartOptions extends AccessFlags {
  readonly index: string;
  readonly host: string;
  readonly port: number;
  readonly webPort: number;
  readonly model?: string;
  readonly pooling?: string;
  readonly reader?: string;
  readonly readers?: number;
  readonly writable?: true;
  readonly writerUrl?: string;
  readonly writerModel?: string;
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
  'writerUrl',
  'writerModel',
] as const) {
  program.addOption(settingOption(name));
}
for (const option of accessOptions()) program.addOption(option);
program.action(start).exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
  if (!(error instanceof CommanderError) && !(error instanceof CommandFailedError)) report(error);
}

async function start(paths: string[], options: StartOptions): Promise<void> {
  const gone = npmGone();
  const { host, port, webPort } = options;
  const { webSecret = randomBytes(32).toString('hex'), ...others } = await readAccess(options);
  const access = { ...others, webSecret };
  assertGuarded(host, access);
  await assertPortFree(host, port, 'FOOTNOTE_PORT');
  await assertPortFree(host, webPort, 'FOOTNOTE_WEB_PORT');
  await indexArticles(options.index, paths, indexFlags(options));
  await buildWeb(access);
  const servers: ServerProcess[] = [];
  try {
    await untilInterrupted(async (interrupted) => {
      const signal = AbortSignal.any([interrupted, gone]);
      // One after the other: the chat asks the API as soon as it is asked.
      for (const startServer of [startApi, startWeb]) {
        const server = startServer(options, access);
        servers.push(server);
        await server.untilReady(signal);
      }
      const { pathPrefix = '' } = access;
      const [api, chat] = [`${addressOf(host, port)}${pathPrefix}/graphql`, addressOf(host, webPort)];
      process.stdout.write(`API:  ${api}\nChat: ${chat}${pathPrefix}\n`);
      await Promise.race([...servers.map((server) => server.untilExit()), untilAborted(signal)]);
    });
  } finally {
    for (const server of servers) await server.stop();
  }
}

function indexFlags({ index, model, pooling }: StartOptions): string[] {
  return ['--index', index, ...given('--model', model), ...given('--pooling', pooling)];
}

/** Turbo builds the web app once, and again only when its sources, those of the client or the prefix changed. */
async function buildWeb({ pathPrefix = '' }: AccessOptions): Promise<void> {
  const turbo = require.resolve('turbo/bin/turbo');
  const environment = { ...NO_TELEMETRY, FOOTNOTE_PATH_PREFIX: pathPrefix };
  await runNode([turbo, 'run', 'build', '--filter=@footnote/web', '--cwd', ROOT], environment);
}

function startApi(options: StartOptions, access: AccessOptions): ServerProcess {
  const { index, host, port, model, pooling, reader, readers, writable, writerUrl, writerModel } = options;
  const flags = [
    ...(writable && !isClusterLocation(index) ? ['--writable'] : []),
    ...given('--model', model),
    ...given('--pooling', pooling),
    ...given('--reader', reader),
    ...given('--readers', readers),
    ...given('--writer-url', writerUrl),
    ...given('--writer-model', writerModel),
  ];
  return new ServerProcess({
    name: 'API',
    command: [FOOTNOTE, 'serve', '--index', index, '--host', host, '--port', String(port), ...flags],
    workingDirectory: process.cwd(),
    // The flag says whether it is writable, unless an index in a cluster has no folder for files.
    environment: { ...process.env, ...accessEnvironment(access), FOOTNOTE_WRITABLE: '' },
    readyUrl: `${addressOf(host, port)}${access.pathPrefix ?? ''}/health/ready`,
    stopTimeout: 15_000,
  });
}

function startWeb({ index, host, port, webPort }: StartOptions, access: AccessOptions): ServerProcess {
  const { pathPrefix = '', token, open } = access;
  // Home, where everybody may see it: its questions to begin with are then found by the time somebody comes.
  const firstPage = token !== undefined && !open ? '/sign-in' : '/';
  return new ServerProcess({
    name: 'web app',
    command: [join(WEB, 'server.js')],
    workingDirectory: WEB,
    environment: {
      ...process.env,
      ...NO_TELEMETRY,
      ...accessEnvironment(access),
      NODE_ENV: 'production',
      FOOTNOTE_INDEX: index,
      FOOTNOTE_HOST: host,
      FOOTNOTE_PORT: String(port),
      FOOTNOTE_WEB_PORT: String(webPort),
    },
    readyUrl: `${addressOf(host, webPort)}${pathPrefix}${firstPage}`,
    // Next waits for streams that are open; the API, which feeds them, has stopped by now.
    stopTimeout: 3_000,
  });
}

function given(flag: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [flag, String(value)];
}

/** Who listens on every address is reached from its own machine by this one. */
function addressOf(host: string, port: number): string {
  const reached = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
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
