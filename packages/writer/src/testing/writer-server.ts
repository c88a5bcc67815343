import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WrittenSentence } from '../checking/check-sentence.ts';

/** What a request told the writer. */
interface Told {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface WriterServer {
  /** Base of its API, as a person would set it. */
  readonly url: string;
  /** Requests in the order in which they came. */
  readonly told: readonly Told[];
  close(): Promise<void>;
}

/** A real HTTP server in the place of a language model; `reply` does as it likes with each request. */
export async function startWriterServer(
  reply: (response: ServerResponse, body: string) => void,
): Promise<WriterServer> {
  const told: Told[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    told.push({ path: request.url, authorization: request.headers.authorization, body });
    reply(response, body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    told,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

/** A chat completion whose message is this text. */
export function sendContent(response: ServerResponse, content: string): void {
  const completion = { choices: [{ index: 0, message: { role: 'assistant', content } }] };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(completion));
}

/** One whose message has the sentences in the form that is asked for. */
export function sendSentences(response: ServerResponse, sentences: readonly WrittenSentence[]): void {
  const written = sentences.map(({ text, citationNumbers }) => ({ text, quotes: citationNumbers }));
  sendContent(response, JSON.stringify({ sentences: written }));
}
