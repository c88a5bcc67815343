import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, expect, it, vi } from 'vitest';
import { dropEmptySettings, type SettingName, settingOption } from './settings.ts';

afterEach(() => vi.unstubAllEnvs());

function settingOf(name: SettingName, argv: string[] = []): unknown {
  const command = new Command().addOption(settingOption(name)).exitOverride();
  return command
    .configureOutput({ writeErr: () => {} })
    .parse(argv, { from: 'user' })
    .opts()[name];
}

it('takes the flag before the variable, and the variable before what is built in', () => {
  expect(settingOf('port')).toBe(4000);
  vi.stubEnv('FOOTNOTE_PORT', '6000');
  expect(settingOf('port')).toBe(6000);
  expect(settingOf('port', ['--port', '5000'])).toBe(5000);
});

it('counts an empty variable as not set', () => {
  vi.stubEnv('FOOTNOTE_HOST', '');
  dropEmptySettings(process.env);
  expect(settingOf('host')).toBe('127.0.0.1');
});

it('reads paths from where the command was typed', () => {
  expect(settingOf('index')).toBe(join(process.cwd(), '.footnote'));
  vi.stubEnv('FOOTNOTE_INDEX', 'c');
  expect(settingOf('index')).toBe(join(process.cwd(), 'c'));
  expect(settingOf('index', ['--index', 'a/b'])).toBe(join(process.cwd(), 'a/b'));
});

it.each(['70000', '-1', '1.5', 'http', ''])('does not take "%s" for a port', (port) => {
  expect(() => settingOf('port', [`--port=${port}`])).toThrow('A port is a whole number');
});

it('takes the levels that a log has, and no other', () => {
  expect(settingOf('logLevel', ['--log-level', 'debug'])).toBe('debug');
  expect(() => settingOf('logLevel', ['--log-level', 'loud'])).toThrow('Give one of');
});

it('names the variable that holds no such value', () => {
  vi.stubEnv('FOOTNOTE_PORT', 'abc');
  expect(() => settingOf('port')).toThrow("'abc' from env 'FOOTNOTE_PORT' is invalid");
});

it.each([
  ['1', true],
  ['true', true],
  ['0', undefined],
  ['false', undefined],
  ['', undefined],
])('reads FOOTNOTE_OPEN=%s as %s', (value, open) => {
  vi.stubEnv('FOOTNOTE_OPEN', value);
  dropEmptySettings(process.env);
  expect(settingOf('open')).toBe(open);
});

it('reads lists with commas, and a prefix however its slashes are', () => {
  expect(settingOf('allowedHosts', ['--allowed-hosts', 'a.example, b.example:8443,'])).toEqual([
    'a.example',
    'b.example:8443',
  ]);
  expect(settingOf('trustedProxies', ['--trusted-proxies', '10.0.0.0/8,uniquelocal,::1'])).toHaveLength(3);
  for (const given of ['news', '/news', '/news/']) {
    expect(settingOf('pathPrefix', ['--path-prefix', given])).toBe('/news');
  }
  expect(settingOf('pathPrefix', ['--path-prefix', '/'])).toBe('');
});
