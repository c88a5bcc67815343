import { readFile } from 'node:fs/promises';
import type { AccessOptions } from '@footnote/api';
import { FootnoteError } from '@footnote/core';
import { settingOption } from './settings.ts';

/** What commander makes of the options of `accessOptions`. */
export interface AccessFlags {
  readonly tokenFile?: string;
  readonly open?: boolean;
  readonly allowedHosts?: readonly string[];
  readonly pathPrefix?: string;
  readonly corsOrigins?: readonly string[];
  readonly trustedProxies?: readonly string[];
  readonly rateLimit?: number;
}

/** The options that say who may use a server. */
export function accessOptions() {
  const names = [
    'tokenFile',
    'open',
    'allowedHosts',
    'pathPrefix',
    'corsOrigins',
    'trustedProxies',
    'rateLimit',
  ] as const;
  return names.map(settingOption);
}

/**
 * Who may use a server. Secrets come from a file or the environment, never from the command line, which every user of a
 * machine can read.
 *
 * @throws FootnoteError `TOKEN_INVALID` when the file cannot be read
 */
export async function readAccess(
  { tokenFile, open, allowedHosts, pathPrefix, corsOrigins, trustedProxies, rateLimit }: AccessFlags,
  { FOOTNOTE_TOKEN, FOOTNOTE_WEB_SECRET }: NodeJS.ProcessEnv = process.env,
): Promise<AccessOptions> {
  const token = tokenFile === undefined ? FOOTNOTE_TOKEN || undefined : await readToken(tokenFile);
  const webSecret = FOOTNOTE_WEB_SECRET || undefined;
  return { token, open, allowedHosts, pathPrefix, corsOrigins, trustedProxies, rateLimit, webSecret };
}

async function readToken(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    const message = `The token file ${file} cannot be read. Give a file that holds the token, and nothing else.`;
    throw new FootnoteError('TOKEN_INVALID', message, { cause });
  }
}

/** The same in the environment of another process: what is not given is not there. */
export function accessEnvironment(access: AccessOptions): Record<string, string | undefined> {
  return {
    FOOTNOTE_TOKEN: access.token,
    FOOTNOTE_WEB_SECRET: access.webSecret,
    FOOTNOTE_OPEN: access.open ? '1' : undefined,
    FOOTNOTE_ALLOWED_HOSTS: access.allowedHosts?.join(','),
    FOOTNOTE_PATH_PREFIX: access.pathPrefix,
    FOOTNOTE_CORS_ORIGINS: access.corsOrigins?.join(','),
    FOOTNOTE_TRUSTED_PROXIES: access.trustedProxies?.join(','),
    FOOTNOTE_RATE_LIMIT: access.rateLimit === undefined ? undefined : String(access.rateLimit),
  };
}
