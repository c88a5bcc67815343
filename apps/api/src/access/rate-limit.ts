import { FootnoteError } from '@footnote/engine';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface RateLimit {
  /** @throws RateLimitedError when the points of this minute are spent */
  spend(caller: string, points: number): Promise<void>;
  /** @throws RateLimitedError when they are spent already */
  check(caller: string): Promise<void>;
}

/** A caller spent what it had for a minute. */
export class RateLimitedError extends FootnoteError {
  /** Seconds until it may go on. */
  readonly retryAfter: number;

  constructor(what: string, retryAfter: number) {
    super('RATE_LIMITED', `${what} Go on in ${retryAfter} seconds.`);
    this.retryAfter = retryAfter;
  }
}

/**
 * @param points that each caller may spend in a minute
 * @param what happened when they are spent, a sentence
 */
export function createRateLimit(points: number, what: string): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  const limited = ({ msBeforeNext }: RateLimiterRes) =>
    new RateLimitedError(what, Math.max(1, Math.ceil(msBeforeNext / 1000)));
  return {
    spend: async (caller, spent) => {
      try {
        await limiter.consume(caller, spent);
      } catch (error) {
        throw error instanceof RateLimiterRes ? limited(error) : error;
      }
    },
    check: async (caller) => {
      const spent = await limiter.get(caller);
      if (spent && spent.remainingPoints <= 0) throw limited(spent);
    },
  };
}
