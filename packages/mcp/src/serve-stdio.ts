import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createMcpServer, type McpOptions } from './mcp-server.ts';

interface StdioOptions extends McpOptions {
  readonly input: Readable;
  /** Carries the protocol, and nothing else. */
  readonly output: Writable;
  /** Ends it, as the end of the input does. */
  readonly signal: AbortSignal;
}

/** Serves until the client closes the input, as the protocol has it: nobody waits for an answer then. */
export async function serveMcpOverStdio({ input, output, signal, ...options }: StdioOptions): Promise<void> {
  const server = createMcpServer(options);
  await server.connect(new StdioServerTransport(input, output));
  try {
    await once(input, 'end', { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await server.close();
  }
}
