import { makeArticle } from '@footnote/core';
import type { Candidate, StoredArticle } from '@footnote/index';
import { describe, expect, it } from 'vitest';
import { copiedArticles } from './copied-articles.ts';

const story = (toll: number) =>
  `A ferry with 40 people sank off Sell on Saturday, killing ${toll}, the guard said. It had left Port Alder at noon.`;

function article(key: string, publishedAt: string | null, text: string): StoredArticle {
  const fields = {
    key,
    title: null,
    text,
    source: null,
    authors: [],
    publishedAt,
    url: null,
    language: null,
  };
  return { ...makeArticle(fields), duplicates: [] };
}

async function standing(articles: readonly StoredArticle[]): Promise<string[]> {
  const keys = articles.map(({ key }) => key);
  const candidates: Candidate[] = keys.map((articleKey) => ({
    articleKey,
    start: 0,
    lexical: 1,
    semantic: null,
    duplicates: keys.filter((key) => key !== articleKey),
  }));
  const searcher = {
    articlesByKey: async (wanted: readonly string[]) =>
      wanted.map((key) => articles.find((one) => one.key === key) ?? null),
  };
  const copies = await copiedArticles(searcher, candidates);
  return keys.filter((key) => !copies.has(key));
}

describe('which of several copies stands for all', () => {
  it('is the newer version of a corrected story, however they rank', async () => {
    const [older, newer] = [article('a', '2024-09-07', story(12)), article('b', '2024-09-08', story(9))];
    expect(await standing([older, newer])).toEqual(['b']);
    expect(await standing([newer, older])).toEqual(['b']);
  });

  it('is the first of copies with the same facts, or of unknown days', async () => {
    expect(
      await standing([article('a', '2024-09-07', story(12)), article('b', '2024-09-08', story(12))]),
    ).toEqual(['a']);
    expect(await standing([article('a', null, story(12)), article('b', '2024-09-08', story(9))])).toEqual([
      'a',
    ]);
  });
});
