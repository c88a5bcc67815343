import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { assertPortFree } from './free-port.ts';

it('names the setting of a port that is taken', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await expect(assertPortFree('127.0.0.1', port, 'FOOTNOTE_WEB_PORT')).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: expect.stringContaining('FOOTNOTE_WEB_PORT='),
  });
  await new Promise((resolve) => server.close(resolve));
});

it('refuses a port that the other server could not know', async () => {
  await expect(assertPortFree('127.0.0.1', 0, 'FOOTNOTE_PORT')).rejects.toMatchObject({
    code: 'PORT_NOT_ALLOWED',
  });
});
