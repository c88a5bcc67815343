import { expect, it } from 'vitest';
import { readJsonl } from './read-jsonl.ts';

const read = (content: string) => readJsonl({ bytes: Buffer.from(content), keyPath: 'feed.jsonl' });

it('a line is one article, its key the id given, else the path and the line number', () => {
  const { articles } = read('{"id":"a","text":"One."}\n\n{"text":"Two."}\r\n{"id":7,"text":"Three."}');
  expect(articles.map((article) => [article.key, article.text])).toEqual([
    ['a', 'One.'],
    ['feed.jsonl#3', 'Two.'],
    ['7', 'Three.'],
  ]);
});

it('the text is kept to the character', () => {
  const text = '  Line.\r\n\n\tâ€™ ends \uFFFD\uFFFD ';
  expect(read(JSON.stringify({ text })).articles[0]?.text).toBe(text);
});

it('given fields are taken, and a date with a time counts as its day as written', () => {
  const line = {
    text: 'T.',
    title: ' Bridge opens ',
    source: 'Harbour Post',
    author: ['Ada Moss'],
    publishedAt: '2024-05-15T23:30:00-05:00',
    url: 'https://example.org/a',
    language: 'en_gb',
  };
  expect(read(JSON.stringify(line)).articles[0]).toMatchObject({
    title: 'Bridge opens',
    source: 'Harbour Post',
    authors: ['Ada Moss'],
    publishedAt: '2024-05-15',
    url: 'https://example.org/a',
    language: 'en-GB',
  });
});

it('null, empty and unknown fields count as not given', () => {
  const { articles, warnings } = read('{"id":null,"title":"","author":" ","date":null,"kind":4,"text":"T."}');
  expect(articles[0]).toMatchObject({ key: 'feed.jsonl#1', title: null, authors: [], publishedAt: null });
  expect(warnings).toEqual([]);
});

it('a malformed field is dropped with a warning that names line and field, and the article kept', () => {
  const line = {
    text: 'T.',
    title: ['x'],
    date: '2024-02-30',
    url: 'nowhere',
    language: 'English',
    author: 5,
  };
  const { articles, warnings } = read(JSON.stringify(line));
  expect(articles[0]).toMatchObject({
    title: null,
    publishedAt: null,
    url: null,
    language: null,
    authors: [],
  });
  expect(warnings.map((warning) => /^feed\.jsonl#1: The field (\w+) /.exec(warning)?.[1]).sort()).toEqual([
    'author',
    'date',
    'language',
    'title',
    'url',
  ]);
});

it('lines that give no article are skipped with line and reason', () => {
  const { articles, skipped } = read('{"text":"T."}\nnot json\n[1]\n{"title":"x"}');
  expect(articles).toHaveLength(1);
  expect(skipped.map((skip) => skip.line)).toEqual([2, 3, 4]);
});
