import { visitorOf } from '../security/visitor.ts';
import type { Settings } from '../settings.ts';
import { apiHeaders } from './api-headers.ts';
import { unreachableApi } from './api-problem.ts';

/**
 * Passes a browser's GraphQL request on to the API and the response back, as it comes: the events of a subscription
 * are not held back, and when the browser leaves, the API is told.
 */
export async function forwardToApi(request: Request, settings: Settings): Promise<Response> {
  const { apiUrl } = settings;
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    return problemResponse(415, {
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: 'Send the GraphQL request as application/json.',
    });
  }
  try {
    const response = await fetch(apiUrl, forwarded(request, settings));
    const type = response.headers.get('content-type') ?? 'application/json';
    // Compressing would hold back the events of an answer in the making; anything else may be compressed.
    const caching = type.startsWith('text/event-stream') ? 'no-store, no-transform' : 'no-store';
    const retryAfter = response.headers.get('retry-after');
    return new Response(response.body, {
      status: response.status,
      headers: {
        'content-type': type,
        'cache-control': caching,
        'x-accel-buffering': 'no',
        ...(retryAfter !== null && { 'retry-after': retryAfter }),
      },
    });
  } catch (error) {
    if (request.signal.aborted) {
      return new Response(null, { status: 499 });
    }
    console.error(`Forwarding to ${apiUrl} failed:`, error);
    return problemResponse(502, unreachableApi(apiUrl));
  }
}

function forwarded(request: Request, settings: Settings): RequestInit & { duplex: 'half' } {
  const length = request.headers.get('content-length');
  return {
    method: 'POST',
    headers: {
      ...apiHeaders(visitorOf(request.headers), settings),
      'content-type': 'application/json',
      accept: request.headers.get('accept') ?? 'application/json',
      ...(length !== null && { 'content-length': length }),
    },
    // As it comes: how long it may be is the API's to say.
    body: request.body,
    duplex: 'half',
    cache: 'no-store',
    redirect: 'error',
    signal: request.signal,
  };
}

function problemResponse(status: number, { code, message }: { code: string; message: string }): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status });
}
