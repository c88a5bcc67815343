import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CandidateScores, fuse } from './fusion.ts';

const score = fc.option(fc.double({ min: -50, max: 50, noNaN: true }));
const candidates = fc.array(fc.record({ lexical: score, semantic: score }) as fc.Arbitrary<CandidateScores>);

describe('fuse', () => {
  it('ranks first what is best in both rankings', () => {
    const fused = fuse([
      { lexical: 3, semantic: 0.2 },
      { lexical: 9, semantic: 0.8 },
      { lexical: null, semantic: 0.8 },
    ]);
    const [least, best, unheld] = fused.map((entry) => entry.score) as [number, number, number];
    expect(best).toBe(1);
    expect(fused[2]?.lexicalPart).toBe(0);
    expect(unheld).toBeGreaterThan(least);
  });

  it('gives more weight to the ranking whose best stands out further', () => {
    const others = Array.from({ length: 8 }, () => ({ lexical: 1, semantic: 0.3 }));
    const [byWords, byMeaning] = fuse([
      { lexical: 9, semantic: 0.3 },
      { lexical: 1, semantic: 0.9 },
      { lexical: 1, semantic: 0.8 },
      { lexical: 1, semantic: 0.8 },
      ...others,
    ]);
    expect(byWords!.score).toBeGreaterThan(byMeaning!.score);
  });

  it('gives scores from 0 to 1 whose parts add up to them', () => {
    fc.assert(
      fc.property(candidates, (entries) => {
        for (const fused of fuse(entries)) {
          expect(fused.score).toBeGreaterThanOrEqual(0);
          expect(fused.score).toBeLessThanOrEqual(1);
          expect(fused.lexicalPart + fused.semanticPart).toBe(fused.score);
        }
      }),
    );
  });

  it('never ranks a candidate below one that is worse in both rankings', () => {
    fc.assert(
      fc.property(candidates, (entries) => {
        const fused = fuse(entries);
        for (const [i, a] of entries.entries()) {
          for (const [j, b] of entries.entries()) {
            if (a.lexical === null || b.lexical === null || a.semantic === null || b.semantic === null)
              continue;
            if (a.lexical < b.lexical || a.semantic < b.semantic) continue;
            expect(fused[i]?.score).toBeGreaterThanOrEqual(fused[j]?.score as number);
          }
        }
      }),
    );
  });

  it('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(candidates, (entries) => {
        expect(fuse([...entries].reverse()).reverse()).toEqual(fuse(entries));
      }),
    );
  });
});
