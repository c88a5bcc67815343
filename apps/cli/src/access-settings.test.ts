import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { accessEnvironment, readAccess } from './access-settings.ts';

it('takes the token of the file before that of the environment, without the line break at its end', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-token-'));
  const tokenFile = join(folder, 'token.txt');
  await writeFile(tokenFile, 'the-token-of-the-file\n');
  const environment = { FOOTNOTE_TOKEN: 'the-token-of-the-environment' };
  expect((await readAccess({}, environment)).token).toBe('the-token-of-the-environment');
  expect((await readAccess({ tokenFile }, environment)).token).toBe('the-token-of-the-file');
  expect((await readAccess({}, { FOOTNOTE_TOKEN: '' })).token).toBeUndefined();
  await rm(folder, { recursive: true });
});

it('hands everything on to another process, and nothing that was not said', async () => {
  const flags = {
    open: true,
    allowedHosts: ['news.example', 'b.example:8443'],
    pathPrefix: '/news',
    corsOrigins: ['https://app.example'],
    trustedProxies: ['10.0.0.0/8'],
    rateLimit: 0,
  };
  const access = await readAccess(flags, { FOOTNOTE_TOKEN: 'a', FOOTNOTE_WEB_SECRET: 'b' });
  expect(accessEnvironment(access)).toEqual({
    FOOTNOTE_TOKEN: 'a',
    FOOTNOTE_WEB_SECRET: 'b',
    FOOTNOTE_OPEN: '1',
    FOOTNOTE_ALLOWED_HOSTS: 'news.example,b.example:8443',
    FOOTNOTE_PATH_PREFIX: '/news',
    FOOTNOTE_CORS_ORIGINS: 'https://app.example',
    FOOTNOTE_TRUSTED_PROXIES: '10.0.0.0/8',
    FOOTNOTE_RATE_LIMIT: '0',
  });
  expect(Object.values(accessEnvironment(await readAccess({}, {}))).filter(Boolean)).toEqual([]);
});
