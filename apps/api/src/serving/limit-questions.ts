import type { Caller } from '../access/admission.ts';
import { QUESTION_POINTS } from '../limits.ts';
import type { ServedEngine } from './served-engine.ts';

/** The engine as one caller has it: each question is paid for, however many one request asks. */
export function limitQuestions(engine: ServedEngine, { spend }: Caller): ServedEngine {
  return {
    ...engine,
    ask: async (...asked) => {
      await spend(QUESTION_POINTS);
      return engine.ask(...asked);
    },
  };
}
