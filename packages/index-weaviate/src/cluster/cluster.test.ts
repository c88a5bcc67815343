import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { weaviateIndex } from '../weaviate-index.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The port of a server that answers so. */
function serve(answer: RequestListener): Promise<number> {
  return listen(createServer(answer));
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** A port that nobody listens on. */
async function deadPort(): Promise<number> {
  const port = await serve(() => {});
  closing.pop()!();
  return port;
}

function openReader(...ports: readonly { readonly port: number; readonly grpcPort: number }[]) {
  const hosts = ports.map((each) => ({ host: '127.0.0.1', ...each }));
  const location = { hosts, isSecure: false, name: 'news', replicas: undefined, shards: undefined };
  return weaviateIndex(location).openReader();
}

const saysVersion =
  (version: string): RequestListener =>
  (_, response) => {
    response.end(JSON.stringify({ version }));
  };

it('says that the cluster is away, and what to look at, without trying for ever', async () => {
  const port = await deadPort();
  const dead = { port, grpcPort: port };
  await expect(openReader(dead, dead)).rejects.toMatchObject({
    code: 'INDEX_UNREACHABLE',
    message: expect.stringMatching(/127\.0\.0\.1.*does not answer.*ECONNREFUSED.*nodes run/),
  });
}, 30_000);

it('says that the gRPC port is another', async () => {
  const port = await serve(saysVersion('1.35.2'));
  const hangsUp = await listen(createTcpServer((socket) => socket.end()));
  for (const grpcPort of [await deadPort(), port, hangsUp]) {
    await expect(openReader({ port, grpcPort })).rejects.toMatchObject({
      code: 'INDEX_UNREACHABLE',
      message: expect.stringMatching(new RegExp(`gRPC port 127.0.0.1:${grpcPort} does not answer.*\\?grpc=`)),
    });
  }
}, 30_000);

it.each<[string, RequestListener]>([
  ['a page', (_, response) => response.end('<html>')],
  ['other data', (_, response) => response.end('{}')],
  ['nothing', (_, response) => response.writeHead(404).end()],
])('says that what answers with %s is no Weaviate', async (_, answer) => {
  const port = await serve(answer);
  await expect(openReader({ port, grpcPort: port })).rejects.toMatchObject({
    code: 'INDEX_UNREACHABLE',
    message: expect.stringContaining('is no Weaviate'),
  });
});

it('refuses a Weaviate that is older than what was tried', async () => {
  const port = await serve(saysVersion('1.24.26'));
  await expect(openReader({ port, grpcPort: port })).rejects.toMatchObject({
    code: 'INDEX_UNREACHABLE',
    message: expect.stringMatching(/runs Weaviate 1\.24\.26\. Update it to 1\.35 or newer/),
  });
});
