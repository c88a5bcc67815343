import { Response } from '@whatwg-node/fetch';
import type { Logger } from 'pino';
import type { Caller } from '../access/admission.ts';
import type { ServedEngine } from './served-engine.ts';

export interface Readiness {
  /** 200 while questions can be answered, else 503; why, only to who may ask. */
  tell(engine: ServedEngine | null, caller: Caller): Promise<Response>;
}

/** What keeps a server from being ready is logged when it begins, not at each probe. */
export function createReadiness(logger: () => Logger): Readiness {
  let logged: string | null = null;
  const log = (err: Error | null, what: string): void => {
    if (err && err.message !== logged) logger().error({ err }, what);
    logged = err?.message ?? null;
  };
  const obstacle = async (engine: ServedEngine | null): Promise<string | null> => {
    if (!engine) return 'starting or stopping';
    try {
      const damage = await engine.damage();
      log(damage, 'The index is damaged.');
      return damage && 'the index cannot be read';
    } catch (error) {
      log(error as Error, 'The index cannot be read.');
      return 'the index cannot be read';
    }
  };
  return {
    tell: async (engine, { isAdmitted }) => {
      const why = await obstacle(engine);
      if (why === null) return Response.json({ status: 'ready' });
      return Response.json({ status: isAdmitted ? why : 'not ready' }, { status: 503 });
    },
  };
}
