import { describe, expect, it } from 'vitest';
import { parseAuthorNames } from './author-names.ts';

describe('parseAuthorNames', () => {
  it.each([
    ['By Ada Marsh', ['Ada Marsh']],
    ['By Ada Marsh and Ben Tide, The Kelm Courier', ['Ada Marsh', 'Ben Tide']],
    ['Ada Marsh | Coast Media for kelm.com', ['Ada Marsh']],
    ['Ada Marsh, courier.com', ['Ada Marsh']],
    ['Ada Marsh May 3, 2024 at 3:15 pm', []],
    ['Ada Marsh, May 3, 2024', ['Ada Marsh']],
    ['Carl Reef, Jr.', ['Carl Reef, Jr.']],
    ['Dora L. Sand', ['Dora L. Sand']],
    ['Ludwig van der Deich', ['Ludwig van der Deich']],
    [', The Kelm Courier News', []],
    ['Staff Writer', []],
    ['Log in', []],
    ['作者：', []],
    ['Dora Sand, MA', ['Dora Sand, MA']],
    ['Friday Facts #282', []],
    ['https://www.facebook.com/kelmcourier', []],
  ])('reads %s', (statement, names) => {
    expect(parseAuthorNames(statement)).toEqual(names);
  });

  it('takes the publisher for no person', () => {
    expect(parseAuthorNames('Kelm Courier', 'Kelm Courier')).toEqual([]);
  });
});
