import { NextResponse } from 'next/server';
import { sitePath } from '../../address/site-path.ts';
import { boundedBody } from '../../security/bounded-body.ts';
import { newSession } from '../../security/session.ts';
import { sessionCookie } from '../../security/session-cookie.ts';
import { checkToken, ownPath } from '../../security/sign-in.ts';
import { addressOf } from '../../security/visitor.ts';
import { readSettings } from '../../settings.ts';

/** Room for a token and for where to go from here. */
const MAX_FORM_BYTES = 32 * 1024;

/** Signs in who shows the token, by the form of the sign-in page. */
export async function POST(request: Request): Promise<Response> {
  const form = new URLSearchParams((await boundedBody(request, MAX_FORM_BYTES)) ?? '');
  const settings = readSettings();
  const to = ownPath(form.get('to'));
  const problem = await checkToken(form.get('token') ?? '', {
    address: addressOf(request.headers),
    settings,
  });
  if (problem !== null) {
    return seeOther(`${sitePath('/sign-in')}?${new URLSearchParams({ to, problem })}`);
  }
  const response = seeOther(to);
  response.cookies.set(sessionCookie(await newSession(settings), request.headers));
  return response;
}

/** Relative, as what is before the path is the proxy's to know. */
function seeOther(location: string): NextResponse {
  return new NextResponse(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
