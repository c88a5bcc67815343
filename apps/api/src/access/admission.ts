import { MAX_WRONG_TOKENS, RATE_LIMIT } from '../limits.ts';
import { type AccessOptions, isReachable } from './access-options.ts';
import { networkOf } from './caller-address.ts';
import { isSecret } from './is-secret.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';

/** Who sends a request. */
export interface Caller {
  /** Has the token; or needs none, as only this machine reaches the server. */
  readonly isTrusted: boolean;
  /** Whether it may ask at all. */
  readonly isAdmitted: boolean;
  /** @throws RateLimitedError when it spent its points of this minute */
  spend(points: number): Promise<void>;
}

export interface Admission {
  /**
   * @param address where the request comes from
   * @throws RateLimitedError when too many wrong tokens came from there
   */
  callerOf(request: Request, address: string): Promise<Caller>;
}

/** What the web app sends beside its operations: its secret, and for which of its visitors it calls. */
const WEB_SECRET_HEADER = 'x-footnote-web-secret';
const VISITOR_HEADER = 'x-footnote-visitor';

const NO_LIMIT: RateLimit = { spend: async () => {}, check: async () => {} };

/** @param host that the server listens on */
export function createAdmission(host: string, options: AccessOptions): Admission {
  const { token, open = false, webSecret } = options;
  const isLocal = token === undefined && !isReachable(host, options);
  const points = options.rateLimit ?? (isLocal ? 0 : RATE_LIMIT);
  const limit = points === 0 ? NO_LIMIT : createRateLimit(points, 'Too many requests in one minute.');
  const wrongTokens = createRateLimit(MAX_WRONG_TOKENS, 'Too many wrong tokens in one minute.');

  /** Null when none was sent. */
  async function hasToken(request: Request, caller: string): Promise<boolean | null> {
    const given = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (given === undefined || token === undefined) return null;
    // Before the token is looked at: who guesses learns nothing more this minute.
    await wrongTokens.check(caller);
    if (isSecret(given, token)) return true;
    await wrongTokens.spend(caller, 1);
    return false;
  }

  return {
    callerOf: async (request, address) => {
      const caller = visitorOf(request, webSecret) ?? address;
      const sent = await hasToken(request, caller);
      const isTrusted = sent ?? isLocal;
      // Who has the token does not share its points with others of the same address.
      const session = isTrusted ? `trusted ${caller}` : caller;
      return {
        isTrusted,
        // Who sends a wrong token means to have the right one, and is told, on an open server too.
        isAdmitted: isTrusted || (open && sent === null),
        spend: (spent) => limit.spend(session, spent),
      };
    },
  };
}

/** Only who knows the secret may say for whom it calls: a name that anybody could choose would be no limit. */
function visitorOf({ headers }: Request, webSecret: string | undefined): string | null {
  const [secret, visitor] = [headers.get(WEB_SECRET_HEADER), headers.get(VISITOR_HEADER)];
  if (webSecret === undefined || secret === null || visitor === null) return null;
  return isSecret(secret, webSecret) ? `visitor ${networkOf(visitor)}` : null;
}
