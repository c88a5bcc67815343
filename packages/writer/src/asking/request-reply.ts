import type { Endpoint } from './endpoint.ts';
import type { Message } from './instructions.ts';
import { WriterFailure } from './writer-failure.ts';

export interface RequestLimits {
  /** Milliseconds from the request to the last byte of the reply. */
  readonly timeout: number;
  /** Of the reply, decompressed. */
  readonly bytes: number;
  /** That the writer is asked to write at most. */
  readonly tokens: number;
}

export interface ReplyRequest {
  readonly messages: readonly Message[];
  readonly limits: RequestLimits;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks once, follows no redirect, and reads no further than the limits.
 * @throws WriterFailure; the signal's reason when that is aborted
 */
export async function requestReply(endpoint: Endpoint, request: ReplyRequest): Promise<string> {
  const { messages, limits, signal } = request;
  const timeout = AbortSignal.timeout(limits.timeout);
  const body = { model: endpoint.model, messages, temperature: 0, max_tokens: limits.tokens, stream: false };
  try {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      // Question, quotes and key go to the host that was set, and no further.
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(endpoint.key === null ? {} : { authorization: `Bearer ${endpoint.key}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.any([timeout, ...(signal ? [signal] : [])]),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new WriterFailure('WRITER_REFUSED', `The writer answered with status ${response.status}.`);
    }
    return await readText(response, limits.bytes);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof WriterFailure) throw error;
    if (timeout.aborted) {
      throw new WriterFailure('WRITER_TIMED_OUT', `The writer took over ${limits.timeout / 1000} seconds.`);
    }
    throw new WriterFailure('WRITER_UNREACHABLE', 'The writer cannot be reached, or broke off.', {
      cause: error,
    });
  }
}

async function readText(response: Response, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  // Leaving the loop cancels the rest.
  for await (const chunk of chunksOf(response)) {
    bytes += chunk.byteLength;
    if (bytes > limit) {
      throw new WriterFailure('WRITER_REPLY_INVALID', `The writer's reply is over ${limit} bytes.`);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** As Node has it, and the types of browsers do not. */
function chunksOf({ body }: Response): AsyncIterable<Uint8Array> {
  return body as unknown as AsyncIterable<Uint8Array>;
}
