import type { AskOptions, AskProgress, AskRequest, AskResult } from '@footnote/engine';
import { describe, expect, it } from 'vitest';
import { createAnswerCache } from './answer-cache.ts';

const LIMITS = { answers: 10, bytes: 10_000_000 };
const SEARCHING: AskProgress = { kind: 'AskProgress', stage: 'SEARCHING', evidence: null };
const READING: AskProgress = { kind: 'AskProgress', stage: 'READING', evidence: [] };

interface Asked extends AskOptions {
  readonly request: AskRequest;
  readonly answer: (text: string, length?: number) => void;
  readonly fail: (error: Error) => void;
}

/** A cache before an engine that answers when it is told to. */
function cached({ limits = LIMITS, today = (): string => 'today' } = {}) {
  const asked: Asked[] = [];
  const reused: string[] = [];
  const state = { version: '1' as string | null };
  const ask = (request: AskRequest, options: AskOptions = {}) =>
    new Promise<AskResult>((resolve, reject) => {
      const answer = (text: string, length = 1) => {
        const passage = { text: '', article: { key: 'a', text: 'x'.repeat(length) } };
        resolve({ kind: 'Answer', text, evidence: [{ passage }] } as unknown as AskResult);
      };
      options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
      asked.push({ request, ...options, answer, fail: reject });
    });
  const version = async () => state.version;
  const cache = createAnswerCache({ ask, version }, { limits, today, onReuse: (how) => reused.push(how) });
  const textOf = async (answer: Promise<AskResult>) => ((await answer) as { text: string }).text;
  /** Asks what has to be worked on, and has it answered. */
  const answered = async (request: AskRequest, text: string, length?: number) => {
    const count = asked.length;
    const answer = textOf(cache.ask(request));
    await expect.poll(() => asked.length).toBe(count + 1);
    asked.at(-1)!.answer(text, length);
    return answer;
  };
  return { cache, asked, reused, state, textOf, answered };
}

describe('a question that was answered', () => {
  it('is answered again without work, with the stages that were told before', async () => {
    const { cache, asked, reused } = cached();
    const first = cache.ask({ question: 'Who?' });
    await expect.poll(() => asked.length).toBe(1);
    asked[0]!.onProgress?.(SEARCHING);
    asked[0]!.onProgress?.(READING);
    asked[0]!.answer('Mira');
    await first;
    const stages: AskProgress[] = [];
    const second = await cache.ask({ question: 'Who?' }, { onProgress: (one) => stages.push(one) });
    expect(second).toBe(await first);
    expect(stages).toEqual([SEARCHING, READING]);
    expect([asked.length, reused]).toEqual([1, ['kept']]);
  });

  const filter = { sources: ['Elsby Post'], publishedFrom: '2021-01-01' };
  const history = [{ question: 'Where is the bridge?', answer: 'In Elsby.' }];
  it.each<[string, AskRequest]>([
    ['words', { question: 'who?', history, filter }],
    ['history', { question: 'Who?', history: [{ question: 'Where is the bridge?' }], filter }],
    ['history at all', { question: 'Who?', filter }],
    ['filter', { question: 'Who?', history, filter: { sources: ['Elsby Post'] } }],
  ])('is another with another %s', async (_, other) => {
    const { answered, asked } = cached();
    await answered({ question: 'Who?', history, filter }, 'Mira');
    expect(await answered(other, 'Jonas')).toBe('Jonas');
    expect(asked).toHaveLength(2);
  });

  it('is the same whatever the order and the absences of its filter', async () => {
    const { cache, answered, textOf } = cached();
    await answered({ question: 'Who?', history: [], filter }, 'Mira');
    const same = { authors: undefined, publishedFrom: '2021-01-01', sources: ['Elsby Post'] };
    expect(await textOf(cache.ask({ question: 'Who?', filter: same }))).toBe('Mira');
  });

  it('is another on another day, and in another version of the index', async () => {
    let day = 'Monday';
    const { answered, state } = cached({ today: () => day });
    await answered({ question: 'Who?' }, 'Mira');
    day = 'Tuesday';
    expect(await answered({ question: 'Who?' }, 'Jonas')).toBe('Jonas');
    state.version = '2';
    expect(await answered({ question: 'Who?' }, 'Ida')).toBe('Ida');
  });

  it('is not kept when the index changed meanwhile, nor where versions cannot be told', async () => {
    const { cache, answered, asked, state } = cached();
    const first = cache.ask({ question: 'Who?' });
    await expect.poll(() => asked.length).toBe(1);
    state.version = '2';
    asked[0]!.answer('Mira');
    await first;
    expect(await answered({ question: 'Who?' }, 'Jonas')).toBe('Jonas');
    state.version = '1';
    expect(await answered({ question: 'Who?' }, 'Ida')).toBe('Ida');
    state.version = null;
    expect(await answered({ question: 'Who?' }, 'Ole')).toBe('Ole');
    expect(await answered({ question: 'Who?' }, 'Ruth')).toBe('Ruth');
  });

  it('is forgotten when others need the room', async () => {
    const { cache, answered, asked } = cached({ limits: { answers: 10, bytes: 100_000 } });
    await answered({ question: 'a' }, 'A', 20_000);
    await answered({ question: 'b' }, 'B', 20_000);
    expect(cache.size()).toMatchObject({ answers: 1 });
    expect(cache.size().bytes).toBeLessThanOrEqual(100_000);
    await answered({ question: 'long' }, 'L', 1_000_000);
    await answered({ question: 'a' }, 'A', 20_000);
    expect(asked).toHaveLength(4);
  });

  it('takes the room of its stages too, whose texts are copies', async () => {
    const passage = { text: '', article: { key: 'a', text: 'x'.repeat(30_000) } };
    const reading = { ...READING, evidence: [{ passage }] } as unknown as AskProgress;
    const { cache, asked } = cached();
    const answer = cache.ask({ question: 'Who?' });
    await expect.poll(() => asked.length).toBe(1);
    asked[0]!.onProgress?.(reading);
    asked[0]!.answer('Mira', 20_000);
    await answer;
    expect(cache.size().bytes).toBeGreaterThanOrEqual(2 * (30_000 + 20_000));
  });
});

describe('a question that is being answered', () => {
  it('is worked on once for all who ask it, each told every stage', async () => {
    const { cache, asked, reused, textOf } = cached();
    const stages: AskProgress[][] = [[], []];
    const first = cache.ask({ question: 'Who?' }, { onProgress: (one) => stages[0]!.push(one) });
    await expect.poll(() => asked.length).toBe(1);
    asked[0]!.onProgress?.(SEARCHING);
    const second = cache.ask({ question: 'Who?' }, { onProgress: (one) => stages[1]!.push(one) });
    await expect.poll(() => reused).toEqual(['joined']);
    asked[0]!.onProgress?.(READING);
    asked[0]!.answer('Mira');
    expect([await textOf(first), await textOf(second)]).toEqual(['Mira', 'Mira']);
    expect(stages).toEqual([
      [SEARCHING, READING],
      [SEARCHING, READING],
    ]);
    expect(asked).toHaveLength(1);
  });

  it('goes on for the others when one leaves, and is given up with the last', async () => {
    const { cache, asked, reused, answered, textOf } = cached();
    const leaving = [new AbortController(), new AbortController(), new AbortController()];
    const [first, second] = leaving.map(({ signal }) => cache.ask({ question: 'Who?' }, { signal }));
    await expect.poll(() => reused.length).toBe(2);
    const gone = new Error('gone');
    leaving[0]!.abort(gone);
    await expect(first).rejects.toBe(gone);
    expect(asked[0]!.signal?.aborted).toBe(false);
    asked[0]!.answer('Mira');
    expect(await textOf(second!)).toBe('Mira');

    const others = leaving.slice(1).map(({ signal }) => cache.ask({ question: 'When?' }, { signal }));
    await expect.poll(() => asked.length).toBe(2);
    for (const one of leaving.slice(1)) one.abort(gone);
    for (const other of others) await expect(other).rejects.toBe(gone);
    expect(asked[1]!.signal?.aborted).toBe(true);
    expect(await answered({ question: 'When?' }, 'In May')).toBe('In May');
  });

  it('fails for all who wait, and is asked anew by the next', async () => {
    const { cache, asked, reused, answered } = cached();
    const both = [cache.ask({ question: 'Who?' }), cache.ask({ question: 'Who?' })];
    await expect.poll(() => reused).toEqual(['joined']);
    const failure = new Error('failed');
    asked[0]!.fail(failure);
    for (const one of both) await expect(one).rejects.toBe(failure);
    expect(await answered({ question: 'Who?' }, 'Mira')).toBe('Mira');
  });
});
