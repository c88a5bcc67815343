import { createServer } from 'node:net';
import { FootnoteError } from '@footnote/core';

/**
 * Checks that a port can be listened on, before minutes are spent on what would listen there.
 * @throws FootnoteError `PORT_TAKEN` or, for 0 (any port), which the other server could not know, `PORT_NOT_ALLOWED`;
 * both name `variable` as the way to another port
 */
export async function assertPortFree(host: string, port: number, variable: string): Promise<void> {
  if (port === 0) {
    const message = `${variable} is 0, but each server has to know the other's port. Choose one from 1 to 65535.`;
    throw new FootnoteError('PORT_NOT_ALLOWED', message);
  }
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (cause) {
    const message = `Port ${port} on ${host} cannot be used (${(cause as Error).message}). Stop what uses it, or choose another: ${variable}=${port + 1} npm start`;
    throw new FootnoteError('PORT_TAKEN', message, { cause });
  }
  await new Promise((resolve) => server.close(resolve));
}
