import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { WriterSettings } from '@footnote/engine';
import { isClusterLocation } from '@footnote/index-location';
import { InvalidArgumentError, Option } from 'commander';

interface SettingRule<Value> {
  /** Undefined for what only a flag says. */
  readonly variable?: string;
  /** Without a value, such as --open, it is off unless given; its variable turns it on with 1, off with 0. */
  readonly flag: string;
  readonly description: string;
  /** As it would be typed; undefined where commands do without. */
  readonly fallback?: string;
  /** @throws InvalidArgumentError */
  readonly parse: (text: string) => Value;
}

/**
 * Every setting of Footnote: an environment variable and a flag of the same meaning, the flag first. Paths are
 * relative to where the command was typed.
 */
const SETTINGS = {
  index: {
    variable: 'FOOTNOTE_INDEX',
    flag: '--index <place>',
    description: 'the folder of the index, or weaviate://host:port/name for one in a cluster',
    fallback: '.footnote',
    parse: toIndexLocation,
  },
  model: {
    variable: 'FOOTNOTE_MODEL',
    flag: '--model <model>',
    description: 'the embedding model, a folder or a hub id to download, instead of the one that ships',
    parse: asTyped,
  },
  pooling: {
    variable: 'FOOTNOTE_POOLING',
    flag: '--pooling <mean|cls>',
    description: 'how vectors are pooled, for a model folder that does not say',
    parse: toPooling,
  },
  reader: {
    variable: 'FOOTNOTE_READER',
    flag: '--reader <model>',
    description: 'the reader model, a folder, a hub id to download, or off, instead of the one that ships',
    parse: asTyped,
  },
  readers: {
    variable: 'FOOTNOTE_READERS',
    flag: '--readers <n>',
    description: 'processes that read passages for questions; one a core unless given',
    parse: toCount,
  },
  threshold: {
    variable: 'FOOTNOTE_THRESHOLD',
    flag: '--threshold <confidence>',
    description:
      'the least confidence that is answered, from 0 (whatever has a candidate) to 1, instead of the fitted one',
    parse: toThreshold,
  },
  writerUrl: {
    variable: 'FOOTNOTE_WRITER_URL',
    flag: '--writer-url <url>',
    description:
      'base of an OpenAI-compatible API, which is then sent the question and the quotes of each answer to rewrite them; a key is read from FOOTNOTE_WRITER_KEY',
    parse: asTyped,
  },
  writerModel: {
    variable: 'FOOTNOTE_WRITER_MODEL',
    flag: '--writer-model <model>',
    description: 'the model that rewrites answers',
    parse: asTyped,
  },
  host: {
    variable: 'FOOTNOTE_HOST',
    flag: '--host <host>',
    description: 'the address to listen on',
    fallback: '127.0.0.1',
    parse: asTyped,
  },
  port: {
    variable: 'FOOTNOTE_PORT',
    flag: '--port <port>',
    description: 'the port of the API',
    fallback: '4000',
    parse: toPort,
  },
  writable: {
    variable: 'FOOTNOTE_WRITABLE',
    flag: '--writable',
    description: 'let the chat and programs add articles, and remove those again',
    parse: asTyped,
  },
  traceQuestions: {
    variable: 'FOOTNOTE_TRACE_QUESTIONS',
    flag: '--trace-questions',
    description:
      'put questions into the traces that OTEL_EXPORTER_OTLP_ENDPOINT has exported; they have none else',
    parse: asTyped,
  },
  logLevel: {
    variable: 'FOOTNOTE_LOG_LEVEL',
    flag: '--log-level <level>',
    description:
      'what the server logs: fatal, error, warn, info, or debug, which has a line for each request',
    fallback: 'info',
    parse: toLogLevel,
  },
  webPort: {
    variable: 'FOOTNOTE_WEB_PORT',
    flag: '--web-port <port>',
    description: 'the port of the chat',
    fallback: '3000',
    parse: toPort,
  },
  tokenFile: {
    flag: '--token-file <file>',
    description: 'a file with the token that callers must send, instead of the variable FOOTNOTE_TOKEN',
    parse: toPath,
  },
  open: {
    variable: 'FOOTNOTE_OPEN',
    flag: '--open',
    description: 'let whoever reaches the server search and ask without a token',
    parse: asTyped,
  },
  allowedHosts: {
    variable: 'FOOTNOTE_ALLOWED_HOSTS',
    flag: '--allowed-hosts <hosts>',
    description: 'names under which a proxy passes requests on, with commas between them',
    parse: listOf(toHost),
  },
  pathPrefix: {
    variable: 'FOOTNOTE_PATH_PREFIX',
    flag: '--path-prefix <path>',
    description: 'what every path begins with, such as /news',
    parse: toPathPrefix,
  },
  corsOrigins: {
    variable: 'FOOTNOTE_CORS_ORIGINS',
    flag: '--cors-origins <origins>',
    description: 'origins whose pages may call the API, with commas between them, or *',
    parse: listOf(toOrigin),
  },
  trustedProxies: {
    variable: 'FOOTNOTE_TRUSTED_PROXIES',
    flag: '--trusted-proxies <addresses>',
    description:
      'addresses or networks of proxies whose X-Forwarded-For is believed, with commas between them; only those of this machine unless given',
    parse: listOf(toNetwork),
  },
  rateLimit: {
    variable: 'FOOTNOTE_RATE_LIMIT',
    flag: '--rate-limit <points>',
    description:
      'what one caller may spend in a minute, a request 1 and a question 10 more; 0 is no limit; 600 where others can reach the server, unless given',
    parse: toPoints,
  },
} as const satisfies Record<string, SettingRule<SettingValue>>;

type SettingValue = string | number | readonly string[];

export type SettingName = keyof typeof SETTINGS;

/** The command line option of a setting; commander gives its value under the setting's name. */
export function settingOption(name: SettingName): Option {
  const { variable, flag, description, fallback, parse }: SettingRule<SettingValue> = SETTINGS[name];
  const option = new Option(flag, description);
  if (takesValue(flag)) option.argParser((text: string) => parse(text));
  if (variable !== undefined) option.env(variable);
  return fallback === undefined ? option : option.default(parse(fallback), fallback);
}

/** The value of a setting that is given as text. @throws InvalidArgumentError */
export function parseSetting<Name extends SettingName>(
  name: Name,
  text: string,
): ReturnType<(typeof SETTINGS)[Name]['parse']> {
  return SETTINGS[name].parse(text) as ReturnType<(typeof SETTINGS)[Name]['parse']>;
}

export interface WriterOptions {
  readonly writerUrl?: string;
  readonly writerModel?: string;
}

/** The writer as it is set. Its key comes from the environment alone: others can read a command line. */
export function writerSettings(
  { writerUrl, writerModel }: WriterOptions,
  environment: NodeJS.ProcessEnv,
): WriterSettings {
  return { url: writerUrl, model: writerModel, key: environment.FOOTNOTE_WRITER_KEY };
}

/** What is no value: commander, left to itself, takes an empty variable for one, and any for a flag that is given. */
export function dropEmptySettings(environment: NodeJS.ProcessEnv): void {
  for (const { variable, flag } of Object.values<SettingRule<SettingValue>>(SETTINGS)) {
    if (variable === undefined) continue;
    const value = environment[variable];
    if (value === '' || (!takesValue(flag) && /^(?:0|false|no|off)$/i.test(value ?? ''))) {
      delete environment[variable];
    }
  }
}

function takesValue(flag: string): boolean {
  return flag.includes('<');
}

function asTyped(text: string): string {
  return text;
}

function toPooling(value: string): string {
  if (value === 'mean' || value === 'cls') return value;
  throw new InvalidArgumentError('Give mean or cls.');
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug'];

function toLogLevel(value: string): string {
  if (LOG_LEVELS.includes(value)) return value;
  throw new InvalidArgumentError(`Give one of ${LOG_LEVELS.join(', ')}.`);
}

function toCount(value: string): number {
  const count = Number(value);
  if (/^\d{1,2}$/.test(value) && count >= 1 && count <= 64) return count;
  throw new InvalidArgumentError('Give a whole number from 1 to 64.');
}

function toThreshold(value: string): number {
  const threshold = Number(value);
  if (/^(?:0|1)?(?:\.\d+)?$/.test(value) && value !== '' && threshold <= 1) return threshold;
  throw new InvalidArgumentError('Give a number from 0 to 1.');
}

/** A URL names an index in a cluster; anything else is a path. */
function toIndexLocation(value: string): string {
  if (value === '') throw new InvalidArgumentError('Give a path or a URL.');
  return isClusterLocation(value) ? value : resolve(value);
}

function toPath(value: string): string {
  if (value === '') throw new InvalidArgumentError('Give a path.');
  return resolve(value);
}

function toPort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535 (0 takes any that is free).');
}

function listOf(parse: (item: string) => string): (text: string) => readonly string[] {
  return (text) => {
    const items = text.split(',').map((item) => item.trim());
    return items.filter((item) => item !== '').map(parse);
  };
}

function toHost(value: string): string {
  if (/^(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(value)) return value;
  throw new InvalidArgumentError(
    'Give hosts as browsers send them, news.example or news.example:8443, without http://.',
  );
}

function toPathPrefix(value: string): string {
  const path = value.replace(/^\/|\/$/g, '');
  if (path === '') return '';
  if (/^[\w.~-]+(?:\/[\w.~-]+)*$/.test(path) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) return `/${path}`;
  throw new InvalidArgumentError('Give a path of letters, digits and -._~, such as /news.');
}

function toOrigin(value: string): string {
  if (value === '*') return value;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && /^https?:$/.test(url.protocol) && url.origin === value.toLowerCase()) return url.origin;
  throw new InvalidArgumentError('Give origins as browsers send them, https://app.example, without a path.');
}

function toNetwork(value: string): string {
  const [address = '', bits] = value.split('/');
  const version = isIP(address);
  const isBits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value) || (version !== 0 && isBits)) return value;
  throw new InvalidArgumentError('Give addresses, 10.0.0.7, or networks, 10.0.0.0/8, or uniquelocal.');
}

function toPoints(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a whole number; 0 is no limit.');
}
