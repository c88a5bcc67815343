import { expect, it } from 'vitest';
import { citationText } from './citation-text.ts';

const article = {
  key: 'bridge.md',
  title: 'A bridge opens',
  source: 'The Gazette',
  author: 'A. Writer',
  publishedAt: '2022-06-10',
  url: 'https://example.org/bridge',
  language: 'en',
};

it('a copied quote carries all that is known of where it comes from', () => {
  expect(citationText({ quote: 'The bridge opened.', article })).toBe(
    '“The bridge opened.” — A. Writer, “A bridge opens”, The Gazette, 10 June 2022, https://example.org/bridge',
  );
});

it('a copied quote names its article by key where nothing else is known', () => {
  const bare = {
    ...article,
    title: null,
    source: null,
    author: null,
    publishedAt: null,
    url: 'javascript:alert(1)',
  };
  expect(citationText({ quote: 'It opened.', article: bare })).toBe('“It opened.” — “bridge.md”');
});
