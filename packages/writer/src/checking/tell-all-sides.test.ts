import { describe, expect, it } from 'vitest';
import { tellAllSides } from './tell-all-sides.ts';

const sentence = (...citationNumbers: number[]) => ({ text: `Of ${citationNumbers}.`, citationNumbers });
const numbersOf = (sentences: readonly { citationNumbers: readonly number[] }[]) =>
  sentences.map(({ citationNumbers }) => citationNumbers);

describe('of what the articles differ on', () => {
  it('both sides are told, or neither', () => {
    const differ = [{ citationNumbers: [1, 2] }];
    expect(numbersOf(tellAllSides([sentence(1), sentence(2)], differ))).toEqual([[1], [2]]);
    expect(numbersOf(tellAllSides([sentence(1), sentence(3)], differ))).toEqual([[3]]);
    expect(numbersOf(tellAllSides([sentence(3)], differ))).toEqual([[3]]);
  });

  it('a side that goes with another disagreement takes the rest of it along', () => {
    const differ = [{ citationNumbers: [1, 2] }, { citationNumbers: [2, 3] }];
    expect(tellAllSides([sentence(1), sentence(2)], differ)).toEqual([]);
    expect(tellAllSides([sentence(2, 1)], differ)).toEqual([]);
  });
});
