import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

it('the API is on this machine unless told otherwise', () => {
  expect(readSettings({})).toEqual({ apiUrl: 'http://127.0.0.1:4000/graphql', port: '3000', index: null });
});

it('host, ports and index come from the environment', () => {
  const environment = { FOOTNOTE_HOST: '::1', FOOTNOTE_PORT: '4100', PORT: '3100', FOOTNOTE_INDEX: 'news' };
  expect(readSettings(environment)).toEqual({
    apiUrl: 'http://[::1]:4100/graphql',
    port: '3100',
    index: 'news',
  });
});

it.each(['0.0.0.0', '192.168.0.7', 'example.org'])(
  'the host %s, which is not this machine, is refused',
  (host) => {
    expect(() => readSettings({ FOOTNOTE_HOST: host })).toThrow('use 127.0.0.1');
  },
);

it.each(['http', '70000', '-1', '0'])('the port %s is refused', (port) => {
  expect(() => readSettings({ FOOTNOTE_PORT: port })).toThrow('Use a number');
});
