import { describe, expect, it } from 'vitest';
import { readMarkdown } from './read-markdown.ts';

const read = (content: string) => readMarkdown({ bytes: Buffer.from(content), keyPath: 'a.md' });

it('front matter gives the fields, and the body is the text', () => {
  const { articles } = read(
    '---\ntitle: Bridge opens\nauthor: Ada Moss\ndate: 2024-05-15\nlanguage: en\n---\n\nThe bridge opened.\n',
  );
  expect(articles[0]).toMatchObject({
    key: 'a.md',
    title: 'Bridge opens',
    authors: ['Ada Moss'],
    publishedAt: '2024-05-15',
    text: 'The bridge opened.',
  });
});

it('front matter in TOML is no text, and told of', () => {
  const { articles, warnings } = read('+++\ntitle = "Bridge opens"\n+++\n\nThe bridge opened.\n');
  expect(articles[0]?.text).toBe('The bridge opened.');
  expect(warnings).toEqual(['a.md: The front matter was left out, for it is TOML: write it in YAML.']);
});

it('a text in front matter is for a file without a body, and else dropped with a warning', () => {
  expect(read('---\ntext: The ferry sank.\n---\n').articles[0]?.text).toBe('The ferry sank.');
  const { articles, warnings } = read('---\ntext: The ferry sank.\n---\n\nThe bridge opened.\n');
  expect(articles[0]?.text).toBe('The bridge opened.');
  expect(warnings).toEqual(['a.md: The field text was dropped: the file has a body.']);
});

it('the text is the body without its markup, no word changed', () => {
  const body = [
    '# Bridge opens',
    '',
    'It is **wide** and *long*, [they say](https://example.org "t"), with `code` and ~~no~~ toll\\*.',
    'A second line &amp; a hard  ',
    'break.',
    '',
    '> Quoted words.',
    '',
    '- one',
    '- two <b>bold</b>',
    '',
    '1. first',
    '',
    '| a | b |',
    '|---|---|',
    '| c | d |',
    '',
    '![alt](x.png)',
    '<!-- hidden -->',
    '',
    '```js',
    'let x = 1;',
    '```',
  ].join('\n');
  expect(read(body).articles[0]?.text).toBe(
    [
      'Bridge opens',
      'It is wide and long, they say, with code and no toll*. A second line & a hard\nbreak.',
      'Quoted words.',
      'one\ntwo bold',
      '1. first',
      'a\tb\nc\td',
      'let x = 1;',
    ].join('\n\n'),
  );
});

it('the first heading is the title where none is given', () => {
  expect(read('# Bridge *opens*\n\nText.').articles[0]?.title).toBe('Bridge opens');
  expect(read('Text.\n\n# Later').articles[0]?.title).toBeNull();
});

it('what the front matter leaves open is read from the line under the heading, which stays in the text', () => {
  const page = '# Bridge opens\n\n*Harbour Post, 15 May 2024. By Ada Moss*\n\nThe bridge opened.';
  const text = 'Bridge opens\n\nHarbour Post, 15 May 2024. By Ada Moss\n\nThe bridge opened.';
  expect(read(page).articles[0]).toMatchObject({ publishedAt: '2024-05-15', authors: ['Ada Moss'], text });
  expect(read(`---\nauthor: Bo Lind\n---\n${page}`).articles[0]).toMatchObject({
    publishedAt: '2024-05-15',
    authors: ['Bo Lind'],
  });
});

it('front matter that is not YAML is left out with a warning', () => {
  const { articles, warnings } = read('---\ntitle: [open\n---\nText.');
  expect(articles[0]?.text).toBe('Text.');
  expect(warnings[0]).toContain('not YAML');
});

it('a rule at the start is no front matter', () => {
  expect(read('---\nJust text.\n---\nMore.').articles[0]?.text).toContain('Just text.');
});

it('front matter that grows without end through aliases is left out', () => {
  const levels = ['a: &a0 [x,x,x,x,x,x,x,x,x]'];
  for (let level = 1; level < 12; level += 1) {
    levels.push(
      `b${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(',')}]`,
    );
  }
  const { articles, warnings } = read(`---\n${levels.join('\n')}\n---\nText.`);
  expect(articles[0]?.text).toBe('Text.');
  expect(warnings).toHaveLength(1);
});

it('a number in front matter is taken as it is written, and null as not given', () => {
  const { articles } = read('---\nid: 007\ntitle: 1984\nsource: null\nurl: ~\nlanguage:\n---\nText.');
  expect(articles[0]).toMatchObject({ key: '007', title: '1984', source: null, url: null, language: null });
});

it('a document that is parsed in pieces is read whole', () => {
  const paragraphs = Array.from(
    { length: 2500 },
    (_, at) => `Paragraph *${at}* ${'of a long report '.repeat(7)}ends.`,
  );
  expect(read(paragraphs.join('\n\n')).articles[0]?.text.split('\n\n')).toHaveLength(2500);
});

describe('numbers at the start of a paragraph', () => {
  const textOf = (body: string) => read(body).articles[0]!.text;

  it('a paragraph that begins with a year keeps it', () => {
    const body = '1986. That was the last time.\n\nTwo years passed.\n\n1990. The roof fell in.';
    expect(textOf(body)).toBe(body);
  });

  it('years one after the other stay as they are', () => {
    expect(textOf('1986. It burned.\n\n1990. It was rebuilt.')).toBe(
      '1986. It burned.\n\n1990. It was rebuilt.',
    );
  });

  it('the items of an ordered list keep their numbers, counted up where all are the same', () => {
    expect(textOf('3) third\n4) fourth')).toBe('3) third\n4) fourth');
    expect(textOf('1. one\n1. two\n1. three')).toBe('1. one\n2. two\n3. three');
  });
});
