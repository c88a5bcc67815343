import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { weaviateIndex } from '../weaviate-index.ts';

/** A port that nobody listens on. */
async function deadPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('says that the cluster is away, and what to look at, without trying for ever', async () => {
  const port = await deadPort();
  const host = { host: '127.0.0.1', port, grpcPort: port };
  const location = {
    hosts: [host, host],
    isSecure: false,
    name: 'news',
    replicas: undefined,
    shards: undefined,
  };
  await expect(weaviateIndex(location).openReader()).rejects.toMatchObject({
    code: 'INDEX_UNREACHABLE',
    message: expect.stringMatching(/127\.0\.0\.1.*does not answer.*ECONNREFUSED.*nodes run/),
  });
}, 30_000);
