import { describe, expect, it } from 'vitest';
import { extractHtml } from './extract-html.ts';

const LEAD =
  'The harbour council of Kelm voted nine to four on Monday to close the old grain pier for two winters while divers look at its piles.';

const textOf = (markup: string) =>
  extractHtml(
    `<html><body><h1>Kelm closes its pier</h1><p>${LEAD}</p><p>${LEAD} Again.</p>${markup}</body></html>`,
  )
    .text.split('\n\n')
    .slice(2)
    .join('\n\n');

describe('an inline element within a sentence', () => {
  it.each([
    [
      '<p>The mayor is <span class="tooltip">not</span> willing to sell.</p>',
      'The mayor is not willing to sell.',
    ],
    ['<p>The <button class="popup">shipworm</button> ate the piles.</p>', 'The shipworm ate the piles.'],
    ['<p>It was <b class="more">not</b> so.</p>', 'It was not so.'],
    ['<p><span class="ticker">Baygrain</span> fell by a tenth.</p>', 'Baygrain fell by a tenth.'],
    [
      '<p>Signed by <a class="author" href="/people/x">Tom Reyes</a> and kept secret.</p>',
      'Signed by Tom Reyes and kept secret.',
    ],
    [
      '<p>Made on <time class="date">3 May 2024</time> by the engineers.</p>',
      'Made on 3 May 2024 by the engineers.',
    ],
    ['<p>He said <q class="video-title">it is lost</q> and left.</p>', 'He said it is lost and left.'],
    [
      '<p>The council <a class="popup"><em>voted against</em></a> the sale.</p>',
      'The council voted against the sale.',
    ],
    ['<p><span class="dropcap" aria-hidden="true">T</span>he port stays shut.</p>', 'The port stays shut.'],
    [
      '<p>A study found it (<x-source><a href="/s">2</a></x-source>), they say.</p>',
      'A study found it (2), they say.',
    ],
    [
      '<p>議会は<span class="label" aria-hidden="true">港</span>の閉鎖を決めた。</p>',
      '議会は港の閉鎖を決めた。',
    ],
  ])('stays, whatever its class says: %s', (markup, text) => {
    expect(textOf(markup)).toBe(text);
  });

  it('goes where it is hidden from the eye', () => {
    expect(textOf('<p>The plan <span class="sr-only">opens in a new window</span>is public now.</p>')).toBe(
      'The plan is public now.',
    );
    expect(textOf('<p>The plan <span style="display:none">secret</span>is public now.</p>')).toBe(
      'The plan is public now.',
    );
  });

  it('goes where it is the byline before the text', () => {
    expect(textOf('<p><span class="byline">By Ada Marsh</span> The plan is public now.</p>')).toBe(
      'The plan is public now.',
    );
  });

  it('goes where it is a box that opens over a name', () => {
    expect(
      textOf('<p>The mayor, Ilse Brandt<span class="tooltip">Ilse Brandt Mayor of Kelm</span>, agreed.</p>'),
    ).toBe('The mayor, Ilse Brandt, agreed.');
  });
});

describe('an inline element beside labels only', () => {
  it.each([
    '<p>By <span class="author">Tom Reyes</span> on <span class="date">3 May 2024</span></p>',
    '<p>Photo: <span class="credit">Bay Pictures</span></p>',
  ])('goes: %s', (markup) => {
    expect(textOf(markup)).not.toMatch(/Reyes|Bay Pictures/);
  });
});
