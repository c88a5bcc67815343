import { expect, it } from 'vitest';
import { NO_FILTER } from '../address/filter.ts';
import { filterWords } from './filter-words.ts';

it('a filter is told in one phrase', () => {
  const filter = {
    sources: ['The Gazette', 'The Post'],
    authors: ['A. Writer'],
    from: '2022-05-01',
    to: '2022-06-03',
  };
  expect(filterWords(filter)).toBe(
    'articles of The Gazette or The Post, by A. Writer, from 1 May 2022 to 3 June 2022',
  );
});

it.each([
  ['2022-01-01', '2022-12-31', 'articles of 2022'],
  ['2022-05-01', '2022-05-01', 'articles of 1 May 2022'],
  ['2022-05-01', null, 'articles from 1 May 2022'],
  [null, '2022-05-01', 'articles to 1 May 2022'],
])('the dates %s and %s are told as “%s”', (from, to, words) => {
  expect(filterWords({ ...NO_FILTER, from, to })).toBe(words);
});
