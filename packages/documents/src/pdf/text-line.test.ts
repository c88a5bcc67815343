import { describe, expect, it } from 'vitest';
import { linesOf, type TextItem } from './text-line.ts';

/** A run of letters that are all five points wide. */
const run = (str: string, x: number, y = 100): TextItem => ({
  str,
  x,
  y,
  width: 5 * str.length,
  fontSize: 10,
});
const texts = (items: readonly TextItem[]) => linesOf(items).map(({ text }) => text);

describe('putting runs together to lines', () => {
  it('reads once what is printed twice, letter by letter too', () => {
    const letters = [...'tall letters'].flatMap((letter, at) => [
      run(letter, 5 * at),
      run(letter, 5 * at + 0.4),
    ]);
    expect(texts(letters)).toEqual(['tall letters']);
    expect(texts([run('Harbour', 0), run('Harbour', 0.5, 99.6)])).toEqual(['Harbour']);
    expect(texts([run('The harbour', 0), run('The', 0.4), run('harbour', 20.4)])).toEqual(['The harbour']);
  });

  it('keeps letters that follow each other twice', () => {
    expect(texts([...'hall'].map((letter, at) => run(letter, 5 * at)))).toEqual(['hall']);
    expect(texts([run('had', 0), run('had', 20)])).toEqual(['had had']);
  });

  it('reads Hebrew and Arabic from the right, and names and figures in it from the left', () => {
    const line = [
      run('2024', 0),
      run('בשנת', 25),
      run('Port', 50),
      run('Alder', 75),
      run('נמל', 105),
      run('המעבורת', 125),
    ];
    expect(texts(line)).toEqual(['המעבורת נמל Port Alder בשנת 2024']);
  });
});
