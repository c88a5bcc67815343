import { expect, test } from 'vitest';
import { filterWords } from './filter-words.ts';

test('a filter is told in one phrase', () => {
  const filter = {
    sources: ['The Gazette', 'The Post'],
    authors: ['A. Writer'],
    from: '2022-05-01',
    to: '2022-06-03',
  };
  expect(filterWords(filter)).toBe(
    'articles of The Gazette or The Post, by A. Writer, from 1 May 2022, to 3 June 2022',
  );
});

test('what is not filtered is not mentioned', () => {
  expect(filterWords({ sources: [], authors: [], from: '2022-05-01', to: null })).toBe(
    'articles from 1 May 2022',
  );
});
