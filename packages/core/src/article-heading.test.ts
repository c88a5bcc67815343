import { expect, it } from 'vitest';
import { articleHeading } from './article-heading.ts';

it('names title, source, authors and day', () => {
  const article = {
    title: 'Flood in Elsby',
    source: 'Elsby Post',
    authors: ['Mara Lund', 'Nils Ek'],
    publishedAt: '2021-04-02',
  };
  expect(articleHeading(article)).toBe('Flood in Elsby\nElsby Post\nMara Lund\nNils Ek\n2 April 2021');
});

it('leaves out what is not known', () => {
  const unknown = { title: null, source: null, authors: [], publishedAt: null };
  expect(articleHeading({ ...unknown, source: 'Elsby Post' })).toBe('Elsby Post');
  expect(articleHeading(unknown)).toBe('');
});
