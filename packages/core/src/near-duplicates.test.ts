import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandKeys, minHashSignature, nearDuplicate, signatureSimilarity } from './near-duplicates.ts';

const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 3, maxLength: 200 });

/** Numbered words, so that a text of any length has no shingle twice. */
const story = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ');

const similarity = (a: string, b: string) => signatureSimilarity(minHashSignature(a), minHashSignature(b));

function jaccard(a: string[], b: string[]): number {
  const shinglesOf = (text: string[]) =>
    new Set(text.slice(0, Math.max(text.length - 2, 1)).map((_, at) => text.slice(at, at + 3).join(' ')));
  const left = shinglesOf(a);
  const right = shinglesOf(b);
  const both = [...left].filter((shingle) => right.has(shingle)).length;
  return both / (left.size + right.size - both);
}

describe('near duplicates', () => {
  it('letter case, punctuation and layout do not count', () => {
    expect(similarity('The mayor, who won, spoke.', 'the MAYOR who\n\nwon spoke')).toBe(1);
  });

  it('a copy cut by a tenth and with another headline is one story', () => {
    const copy = `Another headline here ${story(0, 360)}`;
    expect(nearDuplicate(minHashSignature(story(0, 400)), minHashSignature(copy))).toBe(true);
  });

  it('two texts that share half of their words are two stories', () => {
    expect(nearDuplicate(minHashSignature(story(0, 400)), minHashSignature(story(200, 600)))).toBe(false);
  });

  it('the estimate is within four standard errors of the true similarity', () => {
    fc.assert(
      fc.property(words, words, words, (shared, left, right) => {
        const a = [...shared, ...left];
        const b = [...shared, ...right];
        const truth = jaccard(a, b);
        const estimate = similarity(a.join(' '), b.join(' '));
        expect(Math.abs(estimate - truth)).toBeLessThan(4 * Math.sqrt((truth * (1 - truth)) / 128) + 0.05);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('similarity is symmetric, and 1 with the text itself', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(similarity(a.join(' '), b.join(' '))).toBe(similarity(b.join(' '), a.join(' ')));
        expect(similarity(a.join(' '), a.join(' '))).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  it('near-identical texts share a band key, unrelated ones hardly ever', () => {
    const keys = new Set(bandKeys(minHashSignature(story(0, 400))));
    const shared = (text: string) => bandKeys(minHashSignature(text)).filter((key) => keys.has(key)).length;
    expect(keys.size).toBe(32);
    expect(shared(story(20, 400))).toBeGreaterThan(8);
    for (let at = 1; at <= 50; at += 1) expect(shared(story(at * 1000, at * 1000 + 400))).toBe(0);
  });

  it('scripts without spaces are compared by character', () => {
    expect(similarity('市长今天宣布新桥开通', '市长今天宣布新桥关闭')).toBeGreaterThan(0.3);
    expect(similarity('市长今天宣布新桥开通', '市长今天宣布新桥关闭')).toBeLessThan(1);
  });
});
