import type { ArticleFilter } from '@footnote/index';
import { describe, expect, it } from 'vitest';
import { articlePredicate } from './filter-articles.ts';

const article = {
  source: 'Le Soir',
  authors: ['Ana Ruiz', 'Åsa Ek'],
  publishedAt: '2024-05-15',
  language: 'en-GB',
};
const bare = { source: null, authors: [], publishedAt: null, language: null };
const passes = (
  filter: ArticleFilter,
  row: Parameters<NonNullable<ReturnType<typeof articlePredicate>>>[0] = article,
) => articlePredicate(filter)?.(row) ?? true;

describe('articlePredicate', () => {
  it('is null when every article passes', () => {
    expect(articlePredicate(undefined)).toBeNull();
    expect(articlePredicate({ sources: undefined })).toBeNull();
  });

  it('an empty list passes none', () => {
    expect(passes({ sources: [] })).toBe(false);
  });

  it('sources and authors match without regard to case and marks, any one of several authors', () => {
    expect(passes({ sources: ['LE SOIR'] })).toBe(true);
    expect(passes({ authors: ['åsa ek'] })).toBe(true);
    expect(passes({ authors: ['A\u030asa Ek'] })).toBe(true);
    expect(passes({ authors: ['Asa Ek'] })).toBe(true);
    expect(passes({ authors: ['Łukasz Ek'] }, { ...article, authors: ['LUKASZ EK'] })).toBe(true);
    expect(passes({ authors: ['Ek'] })).toBe(false);
  });

  it('both bounds of the date take in their own day', () => {
    expect(passes({ publishedFrom: '2024-05-15', publishedTo: '2024-05-15' })).toBe(true);
    expect(passes({ publishedFrom: '2024-05-16' })).toBe(false);
    expect(passes({ publishedTo: '2024-05-14' })).toBe(false);
  });

  it('a language passes its regions', () => {
    expect(passes({ languages: ['EN'] })).toBe(true);
    expect(passes({ languages: ['e'] })).toBe(false);
    expect(passes({ languages: ['en-US'] })).toBe(false);
  });

  it('what is not known passes no filter on it', () => {
    for (const filter of [
      { sources: ['x'] },
      { authors: ['x'] },
      { publishedTo: '2030-01-01' },
      { languages: ['en'] },
    ]) {
      expect(passes(filter, bare)).toBe(false);
    }
  });
});
