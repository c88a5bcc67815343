import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';

interface SettingRule<Value> {
  readonly variable: string;
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
    flag: '--index <dir>',
    description: 'the index directory',
    fallback: '.footnote',
    parse: toPath,
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
} as const satisfies Record<string, SettingRule<string | number>>;

export type SettingName = keyof typeof SETTINGS;

/** The command line option of a setting; commander gives its value under the setting's name. */
export function settingOption(name: SettingName): Option {
  const { variable, flag, description, fallback, parse }: SettingRule<string | number> = SETTINGS[name];
  const option = new Option(flag, description).env(variable).argParser((text: string) => parse(text));
  return fallback === undefined ? option : option.default(parse(fallback), fallback);
}

/** An empty variable counts as not set; commander, left to itself, takes it for a value. */
export function dropEmptySettings(environment: NodeJS.ProcessEnv): void {
  for (const { variable } of Object.values(SETTINGS)) {
    if (environment[variable] === '') delete environment[variable];
  }
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

function toPath(value: string): string {
  if (value === '') throw new InvalidArgumentError('Give a path.');
  return resolve(value);
}

function toPort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535 (0 takes any that is free).');
}
