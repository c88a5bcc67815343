import type { Answer, Engine, NoProseReason, Prose } from '@footnote/engine';
import { SharedWork } from './shared-work.ts';

/** What asking the writer again would not change, as it wrote what it could: each time costs, and takes as long. */
const SETTLED: readonly (NoProseReason | null)[] = [null, 'NOTHING_TO_REWRITE', 'NOTHING_HELD'];

/** Has each answer rewritten once, whoever asks for it, and again only when that failed. Kept as long as the answer is. */
export function keepProse(prose: Engine['prose']): Engine['prose'] {
  const works = new WeakMap<Answer, SharedWork<never, Prose | null>>();
  const start = (answer: Answer) => {
    const work = new SharedWork<never, Prose | null>(async ({ signal }) => {
      const forget = () => works.get(answer) === work && works.delete(answer);
      try {
        const written = await prose(answer, { signal });
        if (written && !SETTLED.includes(written.reason)) forget();
        return written;
      } catch (error) {
        forget();
        throw error;
      }
    });
    works.set(answer, work);
    return work;
  };
  return async (answer, options = {}) => {
    options.signal?.throwIfAborted();
    const known = works.get(answer);
    return (known && !known.isAbandoned ? known : start(answer)).wait(options);
  };
}
