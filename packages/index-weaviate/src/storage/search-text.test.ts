import { expect, it } from 'vitest';
import { queryStems, searchText } from './search-text.ts';

const BARE = { title: null, source: null, authors: [], publishedAt: null };

it('is the stems of heading and text, folded', () => {
  expect(searchText({ ...BARE, title: 'Café bridges', source: 'Post' }, 'They closed the GR-4471.')).toBe(
    'cafe bridg post thei close the gr 4471 gr4471',
  );
  expect(searchText(BARE, 'Łódź')).toBe('lodz');
});

it('takes of a query what a passage could hold', () => {
  expect(queryStems(['bridges', '"bread"', 'NEAR('])).toEqual(['bridg', 'bread', 'near']);
  expect(queryStems(['bread" OR "river', '*', '-', ''])).toEqual([]);
});
