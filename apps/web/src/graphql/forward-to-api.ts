import { unreachableApi } from './api-problem.ts';

/**
 * Passes a browser's GraphQL request on to the API and the response back, as it comes: the events of a subscription
 * are not held back, and when the browser leaves, the API is told.
 */
export async function forwardToApi(request: Request, apiUrl: string): Promise<Response> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    return problemResponse(415, {
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: 'Send the GraphQL request as application/json.',
    });
  }
  try {
    const response = await fetch(apiUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: request.headers.get('accept') ?? 'application/json',
      },
      body: await request.text(),
      cache: 'no-store',
      redirect: 'error',
      signal: request.signal,
    });
    const type = response.headers.get('content-type') ?? 'application/json';
    // Compressing would hold back the events of an answer in the making; anything else may be compressed.
    const caching = type.startsWith('text/event-stream') ? 'no-store, no-transform' : 'no-store';
    return new Response(response.body, {
      status: response.status,
      headers: { 'content-type': type, 'cache-control': caching, 'x-accel-buffering': 'no' },
    });
  } catch (error) {
    if (request.signal.aborted) {
      return new Response(null, { status: 499 });
    }
    console.error(`Forwarding to ${apiUrl} failed:`, error);
    return problemResponse(502, unreachableApi(apiUrl));
  }
}

function problemResponse(status: number, { code, message }: { code: string; message: string }): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status });
}
