import { DAMAGED_INDEX_CODES, type Engine, FootnoteError } from '@footnote/engine';
import { DAMAGE_RECHECK_MS } from '../limits.ts';

export interface DamageWatch {
  readonly engine: Engine;
  /**
   * What the index was last found damaged by, while it still is: null when all that was asked for could be read. What
   * failed is read again only once the index has changed, or half a minute has passed: that may be a whole question,
   * and a file that is put back in its place shows no change.
   */
  damage(): Promise<FootnoteError | null>;
}

interface Failure {
  readonly error: FootnoteError;
  /** The call that met it. */
  readonly readAgain: () => Promise<unknown>;
  /** Of the index that it was met in; null where there is no telling. */
  readonly version: string | null;
  /** When it was last met, in milliseconds. */
  readonly time: number;
}

/** Remembers the call that met damage, so that a server can say that it is not well until that call succeeds. */
export function watchDamage(engine: Engine, now: () => number = Date.now): DamageWatch {
  let failure: Failure | null = null;
  let reading: Promise<FootnoteError | null> | null = null;

  const remember = async (error: FootnoteError, readAgain: Failure['readAgain']): Promise<void> => {
    const version = await engine.version().catch(() => null);
    failure = { error, readAgain, version, time: now() };
  };
  const watch = (method: (...given: unknown[]) => Promise<unknown>) => {
    return async (...given: unknown[]): Promise<unknown> => {
      try {
        return await method(...given);
      } catch (error) {
        // Of search and ask, what follows the request is for the one who asked.
        const again = () => method(...given.filter((one) => !isOptions(one)));
        if (isDamage(error)) await remember(error, again);
        throw error;
      }
    };
  };
  const isRecent = async ({ version, time }: Failure): Promise<boolean> =>
    now() - time < DAMAGE_RECHECK_MS && (version === null || version === (await engine.version()));

  async function read(): Promise<FootnoteError | null> {
    const met = failure;
    await engine.status();
    if (!met) return null;
    if (await isRecent(met)) return met.error;
    try {
      await met.readAgain();
      // Another call may have met damage meanwhile.
      if (failure === met) failure = null;
    } catch (error) {
      if (!isDamage(error)) throw error;
      if (failure === met) await remember(error, met.readAgain);
    }
    return failure?.error ?? null;
  }

  const readOnce = async (): Promise<FootnoteError | null> => {
    try {
      return await read();
    } catch (error) {
      if (isDamage(error)) return error;
      throw error;
    }
  };
  const watched = Object.entries(engine).map(([name, method]) => [name, watch(method)]);
  return {
    engine: Object.fromEntries(watched) as Engine,
    damage: () => {
      reading ??= readOnce().finally(() => {
        reading = null;
      });
      return reading;
    },
  };
}

function isDamage(error: unknown): error is FootnoteError {
  return error instanceof FootnoteError && DAMAGED_INDEX_CODES.includes(error.code);
}

function isOptions(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('signal' in value || 'onProgress' in value);
}
