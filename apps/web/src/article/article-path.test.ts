import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articlePath, keyOfPath } from './article-path.ts';

/** What a server receives when a browser follows the link. */
function followedSegments(path: string): string[] {
  return new URL(path, 'http://127.0.0.1:3000').pathname.split('/').slice(2);
}

describe('articlePath', () => {
  it('encodes each segment of the key and keeps its slashes', () => {
    expect(articlePath('2023/trade & gas.jsonl#12')).toBe('/article/2023/trade%20%26%20gas.jsonl%2312');
  });

  it('keeps a key that is an address in one piece', () => {
    expect(articlePath('https://example.org/a?b=c')).toBe('/article/https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc');
  });

  it('hides the ending that Next takes for its own', () => {
    expect(articlePath('notes.rsc')).toBe('/article/notes%2Ersc');
  });

  it('leads to the same key through a browser, with no empty or dot segment on the way', () => {
    const key = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom('/', '.', '#', '%', '?', ' ', '\\', 'é', '😀'),
          fc.string({ maxLength: 3 }),
        ),
        minLength: 1,
      })
      .filter((candidate) => candidate.isWellFormed() && !/^\.{0,2}$/.test(candidate));
    fc.assert(
      fc.property(key, (candidate) => {
        const segments = followedSegments(articlePath(candidate));
        expect(segments.every((segment) => segment !== '')).toBe(true);
        expect(keyOfPath(segments)).toBe(candidate);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives null for segments that are no valid encoding', () => {
    expect(keyOfPath(['a', '%E0%A4%A'])).toBeNull();
  });
});
