import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createServer, type Server } from 'node:tls';
import { portsOf, spawnServer } from './cluster-node.ts';
import { weaviateServer } from './weaviate-server.ts';

/** Takes ports beside those of the cluster's nodes. */
const PORTS = portsOf(4);
const READY_MS = 120_000;

/** A node by itself that asks for a key, behind TLS as a proxy in front of a cluster has it. */
export interface SecuredNode {
  readonly keys: { readonly writer: string; readonly reader: string };
  /** The location of an index in it; behind TLS by this certificate, or in clear. */
  url(index: string, certificate: Certificate | null): string;
  close(): Promise<void>;
}

/** A certificate that signs itself. */
export type Certificate = 'valid' | 'expired';

/** @param folder of its data, its log and its certificates (`valid.pem`, `expired.pem`) */
export async function startSecuredNode(folder: string): Promise<SecuredNode> {
  makeCertificates(folder);
  const keys = { writer: 'key-of-the-writer-4711', reader: 'key-of-the-reader-4712' };
  const server = spawnServer(await weaviateServer(), {
    folder,
    ports: PORTS,
    settings: {
      CLUSTER_HOSTNAME: 'secured',
      CLUSTER_GOSSIP_BIND_PORT: String(PORTS.gossip),
      CLUSTER_DATA_BIND_PORT: String(PORTS.data),
      RAFT_PORT: String(PORTS.raft),
      RAFT_INTERNAL_RPC_PORT: String(PORTS.raftInternal),
      RAFT_BOOTSTRAP_EXPECT: '1',
      AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED: 'false',
      AUTHENTICATION_APIKEY_ENABLED: 'true',
      AUTHENTICATION_APIKEY_ALLOWED_KEYS: `${keys.writer},${keys.reader}`,
      AUTHENTICATION_APIKEY_USERS: 'writer,reader',
      AUTHORIZATION_ADMINLIST_ENABLED: 'true',
      AUTHORIZATION_ADMINLIST_USERS: 'writer',
      AUTHORIZATION_ADMINLIST_READONLY_USERS: 'reader',
    },
  });
  await untilReady();
  const proxies = new Map<string, Server>();
  for (const certificate of ['valid', 'expired']) {
    for (const protocol of ['http', 'grpc'] as const) {
      proxies.set(`${certificate} ${protocol}`, await proxy(protocol, { folder, certificate }));
    }
  }
  const portOf = (name: string) => (proxies.get(name)!.address() as AddressInfo).port;
  return {
    keys,
    url: (index, certificate) =>
      certificate
        ? `weaviates://127.0.0.1:${portOf(`${certificate} http`)}/${index}?grpc=${portOf(`${certificate} grpc`)}`
        : `weaviate://127.0.0.1:${PORTS.http}/${index}?grpc=${PORTS.grpc}`,
    close: async () => {
      for (const each of proxies.values()) each.close();
      server.kill('SIGTERM');
      while (server.exitCode === null && server.signalCode === null) await pause(50);
    },
  };
}

function makeCertificates(folder: string): void {
  const openssl = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const names = ['-subj', '/CN=footnote', '-addext', 'subjectAltName=IP:127.0.0.1'];
  openssl(...'req -newkey rsa:2048 -nodes -keyout key.pem -out request.pem'.split(' '), ...names);
  for (const [name, days] of [
    ['valid', '1'],
    ['expired', '-1'],
  ] as const) {
    const sign = `x509 -req -in request.pem -signkey key.pem -copy_extensions copy -out ${name}.pem -days ${days}`;
    openssl(...sign.split(' '));
  }
}

async function proxy(
  protocol: 'http' | 'grpc',
  { folder, certificate }: { folder: string; certificate: string },
): Promise<Server> {
  const server = createServer(
    {
      key: readFileSync(join(folder, 'key.pem')),
      cert: readFileSync(join(folder, `${certificate}.pem`)),
      ALPNProtocols: [protocol === 'grpc' ? 'h2' : 'http/1.1'],
    },
    (secure) => {
      const plain = connect(PORTS[protocol], '127.0.0.1');
      secure.pipe(plain).pipe(secure);
      // What one side breaks off, the other is told.
      secure.once('error', () => plain.destroy());
      plain.once('error', () => secure.destroy());
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function untilReady(): Promise<void> {
  const until = Date.now() + READY_MS;
  const url = `http://127.0.0.1:${PORTS.http}/v1/.well-known/ready`;
  while (Date.now() < until) {
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await pause(250);
  }
  throw new Error('The node that asks for a key did not start.');
}
