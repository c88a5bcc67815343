import { expect, it } from 'vitest';
import { articleHeading } from './article-heading.ts';

it('names title, source and day', () => {
  const article = { title: 'Flood in Elsby', source: 'Elsby Post', publishedAt: '2021-04-02' };
  expect(articleHeading(article)).toBe('Flood in Elsby\nElsby Post\n2 April 2021');
});

it('leaves out what is not known', () => {
  expect(articleHeading({ title: null, source: 'Elsby Post', publishedAt: null })).toBe('Elsby Post');
  expect(articleHeading({ title: null, source: null, publishedAt: null })).toBe('');
});
