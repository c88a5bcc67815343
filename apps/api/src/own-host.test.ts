import { expect, it } from 'vitest';
import { assertLoopback, ownHosts } from './own-host.ts';

it.each(['127.0.0.1', '127.9.9.9', 'localhost', '::1'])('listens on %s', (host) => {
  expect(() => assertLoopback(host)).not.toThrow();
});

it.each(['0.0.0.0', '::', '192.168.1.4', 'example.org', '127.evil.org', ''])(
  'does not listen on "%s"',
  (host) => {
    expect(() => assertLoopback(host)).toThrow('no authentication');
  },
);

it('knows itself by every name of this machine, at its own port only', () => {
  const hosts = ownHosts('127.0.0.1', 4000);
  expect([...hosts].sort()).toEqual(['127.0.0.1:4000', '[::1]:4000', 'localhost:4000']);
});

it('knows itself without a port where the port is the one that browsers leave out', () => {
  expect(ownHosts('127.0.0.1', 80).has('localhost')).toBe(true);
});
