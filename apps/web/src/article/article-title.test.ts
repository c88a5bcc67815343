import { expect, it } from 'vitest';
import { titleOrOpening } from './article-title.ts';

it('an article is called by its title', () => {
  expect(titleOrOpening({ title: 'A bridge opens', key: 'a.txt' }, 'It opened.')).toBe('A bridge opens');
});

it('an untitled one by its first words, cut between two words', () => {
  const text = `${'Word after word '.repeat(9)}\nNext line`;
  expect(titleOrOpening({ title: null, key: 'a.txt' }, text)).toMatch(
    /^Word after word .* (?:Word|after|word)…$/,
  );
});

it('one without title and text by its key', () => {
  expect(titleOrOpening({ title: null, key: 'a.txt' }, ' ')).toBe('a.txt');
});
