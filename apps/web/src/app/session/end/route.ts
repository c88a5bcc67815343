import { NextResponse } from 'next/server';
import { sitePath } from '../../../address/site-path.ts';
import { sessionCookie } from '../../../security/session-cookie.ts';

/** Signs out: the browser forgets its session. */
export function POST(request: Request): Response {
  const headers = { location: sitePath('/'), 'cache-control': 'no-store' };
  const response = new NextResponse(null, { status: 303, headers });
  response.cookies.set(sessionCookie('', request.headers));
  return response;
}
