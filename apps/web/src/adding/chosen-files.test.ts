import { describe, expect, it } from 'vitest';
import { type ChosenFile, portableName, sortFiles } from './chosen-files.ts';

const LIMITS = { maxFiles: 3, maxFileBytes: 1_000_000, maxBytes: 1_500_000 };

const file = (name: string, bytes = 1): ChosenFile => ({ name, file: new Blob(['x'.repeat(bytes)]) });

describe('files that a reader chose', () => {
  it('are sent in parts, each within the limits, in their order', () => {
    const sizes = { 'a.txt': 900_000, 'b.txt': 700_000, 'c.txt': 1, 'd.txt': 1, 'e.txt': 1 };
    const { batches } = sortFiles(
      Object.entries(sizes).map(([name, bytes]) => file(name, bytes)),
      LIMITS,
    );
    expect(batches.map((batch) => batch.map(({ name }) => name))).toEqual([
      ['a.txt'],
      ['b.txt', 'c.txt', 'd.txt'],
      ['e.txt'],
    ]);
  });

  it('are skipped where it need not be sent to know that it is not read; hidden ones are not spoken of', () => {
    const chosen = ['a.TXT', 'b.png', '.DS_Store', 'folder/.git/c.txt'].map((name) => file(name));
    const { batches, skipped } = sortFiles([...chosen, file('large.pdf', 1_000_001)], LIMITS);
    expect(batches.flat().map(({ name }) => name)).toEqual(['a.TXT']);
    expect(skipped.map(({ path }) => path)).toEqual(['b.png', 'large.pdf']);
  });
});

describe('portableName', () => {
  it.each([
    ['2024/Who paid? "We": a|b.html', '2024/Who paid_ _We__ a_b.html'],
    ['a\\b.txt', 'a_b.txt'],
    ['turned\u202etxt.md', 'turnedtxt.md'],
    [' Ends. /a.txt ', 'Ends/a.txt'],
    ['普京访华：会谈？.txt', '普京访华：会谈？.txt'],
  ])('makes of %j a name for every system', (name, portable) => {
    expect(portableName(name)).toBe(portable);
  });
});
