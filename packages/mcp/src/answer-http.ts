import { readRequestBody } from '@modelcontextprotocol/sdk/server/requestBody.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { ErrorCode } from '@modelcontextprotocol/sdk/types.js';
import { createMcpServer, type McpOptions } from './mcp-server.ts';

interface HttpOptions extends McpOptions {
  readonly maxBodyBytes: number;
}

/**
 * Answers one POST of the streamable HTTP transport. There are no sessions: every request stands for itself, and what
 * it started ends with it, or when the client leaves.
 */
export async function answerMcpRequest(
  request: Request,
  { maxBodyBytes, ...options }: HttpOptions,
): Promise<Response> {
  const body = await readRequestBody(request, maxBodyBytes);
  if (body.tooLarge) return refuse(413, ErrorCode.InvalidRequest, `Send at most ${maxBodyBytes} bytes.`);
  const message = parseJson(body.text);
  if (message === undefined) return refuse(400, ErrorCode.ParseError, 'Send one JSON-RPC message as JSON.');
  // A batch would be many questions at the price of one.
  if (Array.isArray(message)) return refuse(400, ErrorCode.InvalidRequest, 'Send one message a request.');
  return answerMessage(request, { message, options });
}

async function answerMessage(
  request: Request,
  { message, options }: { message: unknown; options: McpOptions },
): Promise<Response> {
  const server = createMcpServer(options);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  const left = new Promise<Response>((resolve) => {
    request.signal.addEventListener('abort', () => resolve(new Response(null, { status: 408 })), {
      once: true,
    });
  });
  try {
    return await Promise.race([transport.handleRequest(request, { parsedBody: message }), left]);
  } finally {
    // Aborts what still runs for the message.
    await server.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(status: number, code: ErrorCode, message: string): Response {
  return Response.json({ jsonrpc: '2.0', id: null, error: { code, message } }, { status });
}
