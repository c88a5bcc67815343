import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const ALONE = {
  apiUrl: 'http://127.0.0.1:4000/graphql',
  host: '127.0.0.1',
  port: '3000',
  allowedHosts: [],
  index: null,
  token: null,
  open: false,
  webSecret: null,
};

it('the API is on this machine, for this machine, unless told otherwise', () => {
  expect(readSettings({})).toEqual(ALONE);
});

it('host, ports and index come from the environment', () => {
  const environment = { FOOTNOTE_HOST: '::1', FOOTNOTE_PORT: '4100', PORT: '3100', FOOTNOTE_INDEX: 'news' };
  expect(readSettings(environment)).toEqual({
    ...ALONE,
    apiUrl: 'http://[::1]:4100/graphql',
    host: '::1',
    port: '3100',
    index: 'news',
  });
});

it('who may ask, and by what paths, comes from the environment', () => {
  const environment = {
    FOOTNOTE_HOST: '0.0.0.0',
    FOOTNOTE_TOKEN: 'a-token-of-16-and-more',
    FOOTNOTE_OPEN: '1',
    FOOTNOTE_ALLOWED_HOSTS: 'news.example,b.example:8443',
    FOOTNOTE_PATH_PREFIX: '/news',
    FOOTNOTE_WEB_SECRET: 'secret',
  };
  expect(readSettings(environment)).toEqual({
    ...ALONE,
    apiUrl: 'http://127.0.0.1:4000/news/graphql',
    host: '0.0.0.0',
    allowedHosts: ['news.example', 'b.example:8443'],
    token: 'a-token-of-16-and-more',
    open: true,
    webSecret: 'secret',
  });
});

it.each([
  { FOOTNOTE_HOST: '0.0.0.0' },
  { FOOTNOTE_HOST: '192.168.0.7' },
  { FOOTNOTE_HOST: 'example.org', FOOTNOTE_OPEN: '' },
  { FOOTNOTE_ALLOWED_HOSTS: 'news.example', FOOTNOTE_TOKEN: '' },
])('%j, which others can reach, needs a token', (environment) => {
  expect(() => readSettings(environment)).toThrow('Set FOOTNOTE_TOKEN');
});

it.each(['http', '70000', '-1', '0'])('the port %s is refused', (port) => {
  expect(() => readSettings({ FOOTNOTE_PORT: port })).toThrow('Use a number');
});
