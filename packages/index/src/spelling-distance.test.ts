import { describe, expect, it } from 'vitest';
import { nearestSpelling, spellingDistance } from './spelling-distance.ts';

describe('spellingDistance', () => {
  it.each([
    ['lavrow', 'lavrov', 1],
    ['lavorv', 'lavrov', 1],
    ['ladivostok', 'vladivostok', 1],
    ['vladivastock', 'vladivostok', 2],
    ['lavrov', 'lavrov', 0],
  ])('of "%s" from "%s" is %d', (word, other, distance) => {
    expect(spellingDistance(word, other)).toBe(distance);
  });

  it.each([
    ['velia', 'volja'],
    ['butin', 'putin'],
    ['orla', 'orlo'],
    ['marston', 'maxwell'],
    ['ladivostak', 'vladivostok'],
  ])('"%s" is not "%s" misspelt', (word, other) => {
    expect(spellingDistance(word, other)).toBeNull();
  });
});

it('is one edit for each slip of the pen, wherever it is but in the first letter', () => {
  const name = 'vladivostok';
  for (let at = 1; at < name.length - 1; at += 1) {
    const [before, here, next, after] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)];
    for (const written of [`${next}`, `x${next}`, `${here}x${next}`, `${next}${here}`]) {
      expect(spellingDistance(name, before + written + after)).toBe(1);
    }
  }
});

describe('nearestSpelling', () => {
  it('is the nearest word, then the most frequent, whatever their order', () => {
    const words = [
      { stem: 'marstom', passages: 9 },
      { stem: 'marston', passages: 1 },
      { stem: 'harbour', passages: 100 },
    ];
    expect(nearestSpelling('marstonn', words)).toBe('marston');
    expect(nearestSpelling('marstok', words)).toBe('marstom');
    expect(nearestSpelling('marstok', words.toReversed())).toBe('marstom');
    expect(nearestSpelling('velia', words)).toBeNull();
  });
});
