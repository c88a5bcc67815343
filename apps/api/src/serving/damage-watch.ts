import { DAMAGED_INDEX_CODES, type Engine, FootnoteError } from '@footnote/engine';

export interface DamageWatch {
  readonly engine: Engine;
  /**
   * What the index was last found damaged by, if it still is: what failed is read again. Null when all that was asked
   * for could be read.
   */
  damage(): Promise<FootnoteError | null>;
}

/** Remembers the call that met damage, so that a server can say that it is not well until that call succeeds. */
export function watchDamage(engine: Engine): DamageWatch {
  let failed: (() => Promise<unknown>) | null = null;
  const watch = (method: (...given: unknown[]) => Promise<unknown>) => {
    return async (...given: unknown[]): Promise<unknown> => {
      try {
        return await method(...given);
      } catch (error) {
        // Of search and ask, what follows the request is for the one who asked.
        if (isDamage(error)) failed = () => method(...given.filter((one) => !isOptions(one)));
        throw error;
      }
    };
  };
  const watched = Object.entries(engine).map(([name, method]) => [name, watch(method)]);
  return {
    engine: Object.fromEntries(watched) as Engine,
    damage: async () => {
      try {
        await engine.status();
        await failed?.();
        failed = null;
        return null;
      } catch (error) {
        if (isDamage(error)) return error;
        throw error;
      }
    },
  };
}

function isDamage(error: unknown): error is FootnoteError {
  return error instanceof FootnoteError && DAMAGED_INDEX_CODES.includes(error.code);
}

function isOptions(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('signal' in value || 'onProgress' in value);
}
