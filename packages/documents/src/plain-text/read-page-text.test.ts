import { describe, expect, it } from 'vitest';
import { readPageText } from './read-page-text.ts';

const BODY = [
  'The council voted on Tuesday to keep the ferry running for one more year.',
  'Residents had asked for it in a petition that four thousand people signed.',
].join('\n\n');

const read = (page: string, name = 'a.txt') => readPageText(page, { keyPath: name }).articles[0]!;

describe('the top of a page', () => {
  it('a headline over the text is the title, and no part of the text', () => {
    expect(read(`Ferry runs another year\n\n${BODY}`)).toMatchObject({
      title: 'Ferry runs another year',
      text: BODY,
    });
  });

  it('a question that may be the first sentence is the title, and stays in the text', () => {
    const page = `Will the ferry run another year?\n\n${BODY}`;
    expect(read(page)).toMatchObject({ title: 'Will the ferry run another year?', text: page });
  });

  it.each(['Friday, 25 February', 'Kalvik Harbour', 'Who will pay for the ferry? The mayor does not know'])(
    'is no headline: %s',
    (line) => {
      expect(read(`${line}\n\n${BODY}`)).toMatchObject({ title: null, text: `${line}\n\n${BODY}` });
    },
  );

  it('the date of an embedded post is not the article’s', () => {
    expect(read(`${BODY}\n\n— The Captain (@captain) July 3, 2024`).publishedAt).toBeNull();
  });

  it('a page that begins with a paragraph has no title', () => {
    expect(read(BODY)).toMatchObject({ title: null, text: BODY });
  });

  it('the first line of a paragraph that was broken to fit is no headline', () => {
    const page =
      'The council voted on Tuesday to keep the\nferry running for one more year.\n\nMore is to come.';
    expect(read(page)).toMatchObject({ title: null, text: page });
  });

  it('the name of the site is cut off the headline', () => {
    expect(read(`Ferry runs another year | Harbour Post\n\n${BODY}`).title).toBe('Ferry runs another year');
  });

  it('a date glued to the headline is the date', () => {
    expect(read(` date 2024-10-23 Ferry runs another year\n\n${BODY}`)).toMatchObject({
      title: 'Ferry runs another year',
      publishedAt: '2024-10-23',
      text: BODY,
    });
  });

  it.each([
    ['(Newsline) 11:02, May 15, 2024', { publishedAt: '2024-05-15', source: 'Newsline' }],
    ['Published: 15 May 2024, 10:30 GMT', { publishedAt: '2024-05-15' }],
    ['Wednesday, 15 May 2024', { publishedAt: '2024-05-15' }],
    [
      'By Ada Moss and Bo Lind | May 15, 2024 | 4 min read',
      { publishedAt: '2024-05-15', authors: ['Ada Moss', 'Bo Lind'] },
    ],
    ['Harbour Post, 15 May 2024. By Ada Moss', { publishedAt: '2024-05-15', authors: ['Ada Moss'] }],
    ['Posted on 15 May 2024 by Ada Moss', { publishedAt: '2024-05-15', authors: ['Ada Moss'] }],
    ['By Ada Moss, May 15, 2024', { publishedAt: '2024-05-15', authors: ['Ada Moss'] }],
    ['By Ada Moss', { publishedAt: null, authors: ['Ada Moss'] }],
    ['By Nora Feld and Tom Reyes in Lindhaven', { authors: ['Nora Feld', 'Tom Reyes'] }],
    ['By Zoe\u0301 Mu\u0308ller', { authors: ['Zoé Müller'] }],
    ['Last updated: May 16, 2024', { publishedAt: null }],
    ['Updated May 16, 2024, first published May 15, 2024', { publishedAt: '2024-05-15' }],
  ])('a line of publication is read and taken out: %s', (line, known) => {
    expect(read(`Ferry runs another year\n\n${line}\n\n${BODY}`)).toMatchObject({ ...known, text: BODY });
  });

  it.each([
    'By the river, a crowd had gathered',
    'On May 15, 2024 the ferry ran for the last time',
    'May 15, 2024 was a day to remember',
    'The ferry was painted on 15 May 2024 by Ada Moss',
    'By Monday night, 13 May 2024, the ferry had stopped',
  ])('a line that only begins so stays: %s', (line) => {
    expect(read(`Ferry runs another year\n\n${line}\n\n${BODY}`).text).toBe(`${line}\n\n${BODY}`);
  });

  it('fields of a header are read', () => {
    const header = 'Title: Ferry runs another year\nAuthor: Ada Moss\nDate: 2024-05-15\nSource: Harbour Post';
    expect(read(`${header}\n\n${BODY}`)).toMatchObject({
      title: 'Ferry runs another year',
      authors: ['Ada Moss'],
      publishedAt: '2024-05-15',
      source: 'Harbour Post',
      text: BODY,
    });
  });

  it.each([
    ['KALVIK, Norland, Oct. 22, 2023 (Newsline) -- ', '2023-10-22', 'Newsline'],
    ['KALVIK, Oct. 22 (Newsline) -- ', null, 'Newsline'],
    ['KALVIK, Sept. 7, 2022 /PRLine/ — ', '2022-09-07', 'PRLine'],
    ['NEW KALVIK (NL) — ', null, 'NL'],
  ])('the dateline %s is read, and stays in the text', (dateline, publishedAt, source) => {
    expect(read(`${dateline}${BODY}`)).toMatchObject({ publishedAt, source, text: `${dateline}${BODY}` });
  });

  it('a line of publication beats the dateline, and the dateline the file name', () => {
    const dateline = 'KALVIK, Oct. 22, 2023 (Newsline) -- ';
    expect(read(`October 23, 2023\n\n${dateline}${BODY}`, '2023-10-24.txt').publishedAt).toBe('2023-10-23');
    expect(read(`${dateline}${BODY}`, '2023-10-24.txt').publishedAt).toBe('2023-10-22');
    expect(read(BODY, 'ferry-2023-10-24.txt').publishedAt).toBe('2023-10-24');
  });

  it('an event within the text gives no date', () => {
    expect(
      read(`The ferry sank on May 15, 1954, off the coast of the island.\n\n${BODY}`).publishedAt,
    ).toBeNull();
  });
});

it('a scraped page keeps the sentences of its article and nothing else', () => {
  const page = [
    ' date 2024-07-04 icon bookmark-bicon bookmarkicon cameraicon checkicon closeicon fm',
    'Ferry ‘runs again’ – mayor',
    '',
    'The line is the harbour’s lifeline, she told reporters',
    'Ferry ‘runs again’ – mayor',
    'The mayor on the quay, July 3, 2024 ©  Bo Lind / Agency',
    '',
    BODY,
    '',
    '\uFFFD\uFFFDWe are glad, the captain wrote.',
    '',
    '— The Captain (@captain)',
    'July 3, 2024',
    '',
    'Itâ€™s a good day for the islands, and the ferry is full until the end of the month.',
    '',
    'Show More',
    '',
    'Related Articles',
    '',
    'Adblock Detected.',
    '',
  ].join('\r\n');
  expect(read(page)).toMatchObject({
    title: 'Ferry ‘runs again’ – mayor',
    publishedAt: '2024-07-04',
    text: [
      'The line is the harbour’s lifeline, she told reporters',
      BODY,
      'We are glad, the captain wrote.',
      'It’s a good day for the islands, and the ferry is full until the end of the month.',
    ].join('\n\n'),
  });
});

it('every stretch that was taken out is told, with the rule', () => {
  const { removals } = readPageText(`Ferry runs another year\n\nBy Ada Moss\n\n${BODY}\n\nShow more`, {
    keyPath: 'a.txt',
  });
  expect(removals).toEqual([
    { rule: 'more-link', text: 'Show more' },
    { rule: 'headline', text: 'Ferry runs another year' },
    { rule: 'publication-line', text: 'By Ada Moss' },
  ]);
});

it('a page of nothing but chrome is no article', () => {
  expect(() => read('Accept all cookies\n\nShow more')).toThrow(/no text of an article/);
});
