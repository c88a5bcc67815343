import { describe, expect, it } from 'vitest';
import { collectionLines } from './collection-lines.ts';

describe('what there is to ask', () => {
  it('names each of a few sources on a line of its own, as a name may have commas', () => {
    const sources = ['Tansy Gazette', 'Marlow Post, evening edition'];
    const lines = collectionLines({
      articles: 2,
      publishedFrom: '2020-01-02',
      publishedTo: '2022-06-01',
      sources,
    });
    expect(lines).toEqual([
      'The index holds 2 articles, published from 2020-01-02 to 2022-06-01.',
      'Its sources:',
      '  Tansy Gazette',
      '  Marlow Post, evening edition',
    ]);
  });

  it('names five of many sources and counts the rest', () => {
    const sources = Array.from({ length: 400 }, (_, number) => `Paper ${number}`);
    const lines = collectionLines({ articles: 900, publishedFrom: null, publishedTo: null, sources });
    expect(lines).toHaveLength(8);
    expect(lines.at(-1)).toBe('  and 395 more');
  });

  it('says no more than the number of articles that have neither date nor source', () => {
    const none = { publishedFrom: null, publishedTo: null, sources: [] };
    expect(collectionLines({ articles: 1, ...none })).toEqual(['The index holds 1 article.']);
  });
});
