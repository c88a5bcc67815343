import { expect, it } from 'vitest';
import { articleFilters, passesNone } from './article-filters.ts';

it('folds what is compared, and writes dates as numbers', () => {
  const filters = articleFilters({ sources: ['ELSBY Póst'], publishedFrom: '2021-04-12' });
  expect(filters).toMatchObject({
    operator: 'And',
    filters: [
      { operator: 'ContainsAny', target: { property: 'source' }, value: ['elsby post'] },
      { operator: 'GreaterThanEqual', target: { property: 'publishedOn' }, value: 20_210_412 },
    ],
  });
});

it('is none without anything to filter by', () => {
  expect(articleFilters(undefined)).toBeNull();
  expect(articleFilters({})).toBeNull();
});

it('knows a filter that nothing passes', () => {
  expect(passesNone({ authors: [] })).toBe(true);
  expect(passesNone({ authors: ['a'] })).toBe(false);
  expect(passesNone(undefined)).toBe(false);
});
