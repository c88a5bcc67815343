import type { Visitor } from '../security/visitor.ts';
import { readSettings, type Settings } from '../settings.ts';

/**
 * By what the API lets this server in, and knows for whom it calls: each visitor has a limit of their own.
 * @param visitor null for what the server asks for itself
 */
export function apiHeaders(
  visitor: Visitor | null,
  { token, webSecret }: Pick<Settings, 'token' | 'webSecret'> = readSettings(),
): Record<string, string> {
  return {
    ...(token !== null && (visitor === null || visitor.isSignedIn) && { authorization: `Bearer ${token}` }),
    ...(webSecret !== null && {
      'x-footnote-web-secret': webSecret,
      'x-footnote-visitor': visitor?.id ?? 'the web app itself',
    }),
  };
}
