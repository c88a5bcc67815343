import { describe, expect, it } from 'vitest';
import { foreignRequest } from './foreign-request.ts';

function refusal(headers: Record<string, string>, method = 'GET'): string | null {
  const listening = { host: '127.0.0.1', port: '3000', allowedHosts: ['news.example'] };
  return foreignRequest({ method, headers: new Headers({ host: '127.0.0.1:3000', ...headers }) }, listening);
}

describe('foreignRequest', () => {
  it.each(['127.0.0.1:3000', 'localhost:3000', 'LocalHost:3000', '[::1]:3000'])(
    'lets the host %s in',
    (host) => {
      expect(refusal({ host })).toBeNull();
    },
  );

  it.each([
    'evil.example:3000',
    'localhost.evil.example:3000',
    '127.0.0.1.nip.io:3000',
    'user@127.0.0.1:3000',
    '192.168.0.7:3000',
    '127.0.0.1:3001',
    'localhost',
    '',
  ])('refuses the host %j', (host) => {
    expect(refusal({ host })).toContain('http://127.0.0.1:3000');
  });

  it('lets in requests of its own pages', () => {
    const headers = {
      origin: 'http://127.0.0.1:3000',
      'sec-fetch-site': 'same-origin',
      'sec-fetch-mode': 'cors',
    };
    expect(refusal(headers, 'POST')).toBeNull();
  });

  it('lets in addresses typed by the reader, and programs that are no browser', () => {
    expect(refusal({ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' })).toBeNull();
    expect(refusal({}, 'POST')).toBeNull();
  });

  it.each(['http://evil.example', 'http://localhost:3000', 'https://127.0.0.1:3000', 'null'])(
    'refuses the origin %s under another host',
    (origin) => {
      expect(refusal({ origin }, 'POST')).toContain('another origin');
    },
  );

  it('lets in a host that is named, and its pages, however a proxy gives them', () => {
    const host = 'news.example';
    for (const origin of ['https://news.example', 'http://news.example']) {
      expect(refusal({ host, origin }, 'POST')).toBeNull();
    }
    expect(refusal({ host: 'news.example.evil.example' })).toContain('FOOTNOTE_ALLOWED_HOSTS');
    expect(refusal({ host, origin: 'https://evil.example' }, 'POST')).toContain('another origin');
  });

  it('lets a link on another site lead here', () => {
    const headers = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect(refusal(headers)).toBeNull();
    expect(refusal(headers, 'POST')).toContain('another site');
  });

  it.each([
    { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
  ])('refuses what another site embeds or fetches: %j', (headers) => {
    expect(refusal({ 'sec-fetch-site': 'cross-site', ...headers })).toContain('another site');
    expect(refusal({ 'sec-fetch-site': 'same-site', ...headers })).toContain('another site');
  });
});
