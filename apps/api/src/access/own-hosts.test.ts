import { expect, it } from 'vitest';
import { isLoopback, ownHosts } from './own-hosts.ts';

it.each(['127.0.0.1', '127.9.9.9', 'localhost', '::1', '[::1]'])('%s is this machine', (host) => {
  expect(isLoopback(host)).toBe(true);
});

it.each(['0.0.0.0', '::', '192.168.1.4', 'example.org', '127.evil.org', ''])(
  '"%s" may be reached by others',
  (host) => {
    expect(isLoopback(host)).toBe(false);
  },
);

it('knows itself by every name of this machine, at its own port only', () => {
  const hosts = ownHosts({ host: '127.0.0.1', port: 4000 });
  for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]']) {
    expect(hosts.has(`${name}:4000`)).toBe(true);
    expect(hosts.has(`${name}:4001`)).toBe(false);
    expect(hosts.has(name)).toBe(false);
  }
});

it('knows itself without a port where the port is the one that browsers leave out', () => {
  expect(ownHosts({ host: '127.0.0.1', port: 80 }).has('localhost')).toBe(true);
});

it('knows hosts that are named for a proxy, at the port named or at any', () => {
  const hosts = ownHosts({ host: '127.0.0.1', port: 4000 }, ['news.example', 'other.example:8443']);
  for (const header of ['news.example', 'NEWS.example:443', 'other.example:8443']) {
    expect(hosts.has(header)).toBe(true);
  }
  for (const header of ['other.example', 'news.example.evil', 'evil-news.example', 'news.example:x', '']) {
    expect(hosts.has(header)).toBe(false);
  }
});

it('knows itself by any address where it listens on all, and by no name of others', () => {
  for (const host of ['0.0.0.0', '::']) {
    const hosts = ownHosts({ host, port: 4000 });
    for (const header of ['192.168.1.4:8080', '192.168.1.4', '[fe80::1]:4000']) {
      expect(hosts.has(header)).toBe(true);
    }
    for (const header of ['evil.example:4000', '1.2.3.4.nip.io:4000', '']) {
      expect(hosts.has(header)).toBe(false);
    }
  }
});
