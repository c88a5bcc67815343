import { expect, it } from 'vitest';
import { webLink } from './web-link.ts';

it.each(['http://example.org/a', 'https://example.org/a'])('%s is linked', (url) => {
  expect(webLink(url)).toEqual({ href: url, host: 'example.org' });
});

it.each([
  null,
  '',
  'example.org',
  '/a',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///a',
  ' java\nscript:alert(1)',
])('%j is not linked', (url) => {
  expect(webLink(url)).toBeNull();
});
