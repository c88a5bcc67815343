import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readPublicationDate } from './page-date.ts';
import { readPageMetadata } from './page-metadata.ts';
import { readPageStatements } from './page-statements.ts';

function statementsOf(head: string, body = '', url: string | null = null) {
  const page = parseHTML(`<html><head>${head}</head><body>${body}</body></html>`).document;
  return readPageStatements(page, { url });
}
const metadataOf = (head: string, body = '') => readPageMetadata(statementsOf(head, body));
const NO_HINTS = { fileName: null, linesAfterHeadline: [], markedLines: [], names: ['Ada Marsh'] };
const jsonLd = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('title', () => {
  it('is the heading shown, not the shorter one made for search engines', () => {
    const head =
      '<title>Light stays in Kelm | The Courier</title><meta property="og:title" content="Light stays in Kelm">';
    expect(metadataOf(head, '<h1>Light stays in Kelm after a night of debate</h1>').title).toBe(
      'Light stays in Kelm after a night of debate',
    );
  });

  it('is not the heading with the site name', () => {
    expect(
      metadataOf('<title>Light stays in Kelm</title>', '<h1>The Courier</h1><h1>Light stays in Kelm</h1>')
        .title,
    ).toBe('Light stays in Kelm');
  });

  it('is not the heading with the name of the blog', () => {
    expect(
      metadataOf('<title>Harbour Notes: Light stays in Kelm for now</title>', '<h1>Harbour Notes</h1>').title,
    ).toBe('Harbour Notes: Light stays in Kelm for now');
  });

  it('is the heading in a script without spaces, too', () => {
    expect(metadataOf('<title>穀物桟橋</title>', '<h1>穀物桟橋を閉鎖</h1>').title).toBe('穀物桟橋を閉鎖');
  });

  it('goes without the kicker that the heading repeats', () => {
    const head = jsonLd({ '@type': 'NewsArticle', headline: 'Light stays in Kelm' });
    expect(metadataOf(head, '<h1>Opinion Light stays in Kelm</h1>').title).toBe('Light stays in Kelm');
  });

  it('is not the name of the site that leads home, but the smaller heading that the title begins with', () => {
    const head = '<title>Light stays in Kelm | Harbour Notes of a Keeper</title>';
    const body =
      '<h1><a href="https://notes.example/">Harbour Notes of a Keeper</a></h1><h2>Light stays in Kelm</h2>';
    expect(metadataOf(head, body).title).toBe('Light stays in Kelm');
  });

  it('goes without the places where a word may be broken', () => {
    expect(metadataOf('', '<h1>Light\u00adhouse stays</h1>').title).toBe('Lighthouse stays');
  });

  it('goes without the site name where only the window title is given', () => {
    expect(metadataOf('<title>Light stays in Kelm | The Courier</title>').title).toBe('Light stays in Kelm');
  });
});

describe('title of a heading that holds more than the headline', () => {
  const declared = '<meta property="og:title" content="Light stays in Kelm">';

  it.each([
    ['a line above in an element of its own', '<h1><span>Two votes</span> Light stays in Kelm</h1>'],
    [
      'a line below in an element of its own',
      '<h1>Light stays in Kelm <small>Two votes decided</small></h1>',
    ],
    ['the name of the site', '<h1>Light stays in Kelm | The Courier</h1>'],
  ])('goes without %s', (_, heading) => {
    expect(metadataOf(declared, heading).title).toBe('Light stays in Kelm');
  });

  it.each([
    ['The light stays in Kelm', 'Light stays in Kelm'],
    ['“Two votes”: Light stays in Kelm', 'Light stays in Kelm'],
    ['Light stays in Kelm – for how long?', 'Light stays in Kelm'],
  ])('keeps all of the headline %s', (headline, social) => {
    const head = `<meta property="og:title" content="${social}">`;
    expect(metadataOf(head, `<h1>${headline}</h1>`).title).toBe(headline);
  });

  it('has the marks that the heading leaves to its layout', () => {
    const head = '<title>Kelm: Light stays for now</title>';
    expect(metadataOf(head, '<h1><div>Kelm</div><div>Light stays for now</div></h1>').title).toBe(
      'Kelm: Light stays for now',
    );
  });
});

describe('title in the window', () => {
  it('does not make the site’s name a headline', () => {
    const head =
      '<title>Light stays in Kelm - Harbour Notes Daily</title><meta property="og:title" content="Light stays in Kelm">';
    expect(metadataOf(head, '<h1>Harbour Notes</h1>').title).toBe('Light stays in Kelm');
  });

  it('leaves a short headline before a long name of the site its place', () => {
    const head = '<title>Winter in Kelm | kelm.example | All that the harbour has to say</title>';
    expect(metadataOf(head, '<h1>Winter in Kelm</h1>').title).toBe('Winter in Kelm');
  });

  it('weighs no more than the longer heading of which the page speaks elsewhere', () => {
    const head = '<title>News - Kelm</title><meta property="og:title" content="Light stays in Kelm">';
    expect(metadataOf(head, '<h1>News</h1><h1>Light stays in Kelm</h1>').title).toBe('Light stays in Kelm');
  });

  it('stands in for a statement that breaks off at a quotation mark', () => {
    const head =
      '<title>Mayor calls light "a friend"</title><meta property="og:title" content="Mayor calls light ">';
    expect(metadataOf(head).title).toBe('Mayor calls light "a friend"');
  });

  it.each(['海港灯塔将保留_社会_海湾日报', '海港灯塔将保留-海湾网', '海港灯塔将保留 | 海湾日报'])(
    'goes without the site’s name in %s',
    (title) => {
      expect(metadataOf(`<title>${title}</title>`, '<h1>海湾日报</h1><h2>海港灯塔将保留</h2>').title).toBe(
        '海港灯塔将保留',
      );
    },
  );
});

describe('authors', () => {
  it('are those of several statements whom the page shows', () => {
    const head =
      '<meta name="author" content="Bay Press"><meta property="article:author" content="Nora Feld">';
    const body = '<div class="byline"><a href="/author/nora-feld">Nora Feld</a></div>';
    expect(metadataOf(head, `<h1>Light stays in Kelm</h1>${body}`).authors).toEqual(['Nora Feld']);
  });

  it('are not the site by a part of its name', () => {
    const head =
      '<meta property="og:site_name" content="All of Kelm | Bay Courier"><meta name="author" content="Bay Courier">';
    expect(metadataOf(head).authors).toEqual([]);
  });

  it('come from JSON-LD with raw control characters in it', () => {
    const script =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A\tB","author":{"name":"Ada Marsh"}}</script>';
    expect(metadataOf(script).authors).toEqual(['Ada Marsh']);
  });

  it('come from the byline where JSON-LD names only the publisher', () => {
    const head = jsonLd({
      '@type': 'NewsArticle',
      headline: 'Light',
      author: { name: 'The Courier' },
      publisher: { name: 'The Courier' },
    });
    expect(
      metadataOf(head, '<h1>Light</h1><div class="byline">By <a href="/author/ada-marsh">Ada Marsh</a></div>')
        .authors,
    ).toEqual(['Ada Marsh']);
  });

  it('come from a line after the headline', () => {
    expect(metadataOf('', '<h1>Light</h1><p>By Ada Marsh and Ben Tide</p>').authors).toEqual([
      'Ada Marsh',
      'Ben Tide',
    ]);
  });

  it('are all whom one byline names, each by an element of its own, without the photographer', () => {
    const byline =
      '<div><span>By</span><a href="/author/ada">Ada Marsh</a> and <a href="/author/ben">Ben Tide</a>' +
      '<span>Photos by <a href="/author/cy">Cy Orr</a></span></div><div>Published 3 May 2024</div>';
    expect(metadataOf('', `<h1>Light</h1>${byline}`).authors).toEqual(['Ada Marsh', 'Ben Tide']);
  });

  it('are whom the page shows below its headline, not the publisher that a meta element names', () => {
    const head = '<meta name="author" content="Marsh Media"><meta name="article:author" content="Ada Marsh">';
    const page = statementsOf(head, '<h1>Light</h1>');
    expect(readPageMetadata(page, ['By Ada Marsh']).authors).toEqual(['Ada Marsh']);
  });

  it('are the person in the byline where JSON-LD names an agency', () => {
    const head = jsonLd({ '@type': 'NewsArticle', headline: 'Light', author: { name: 'AFP' } });
    expect(metadataOf(head, '<h1>Light</h1><span class="authorname">Ada Marsh</span>').authors).toEqual([
      'Ada Marsh',
    ]);
    expect(metadataOf(head, '<h1>Light</h1>').authors).toEqual(['AFP']);
  });

  it('are not those of another story on the page', () => {
    const teaser = '<a rel="author">Ben Tide</a>';
    expect(metadataOf('', `${teaser}<h1>Light</h1><span rel="author">Ada Marsh</span>`).authors).toEqual([
      'Ada Marsh',
    ]);
    expect(
      metadataOf('', `${teaser}<h1>Light</h1><p>Text.</p>${teaser.replace('Ben Tide', 'Carl Reef')}`).authors,
    ).not.toContain('Ben Tide');
  });

  it('are none where nobody is named', () => {
    expect(
      metadataOf('<meta name="author" content="https://courier.example/team">', '<h1>Light</h1><p>Text.</p>')
        .authors,
    ).toEqual([]);
  });
});

describe('JSON-LD', () => {
  const STORIES = [
    {
      '@type': 'NewsArticle',
      headline: 'Museum gets a second clock',
      datePublished: '2023-01-05',
      author: 'Petra Lund',
    },
    {
      '@type': 'NewsArticle',
      headline: 'Light stays in Kelm',
      datePublished: '2024-05-03',
      author: 'Ada Marsh',
    },
  ];

  it('of several stories counts for the one with the page’s headline', () => {
    const page = statementsOf(`${jsonLd(STORIES)}<title>Light stays in Kelm | The Courier</title>`);
    expect(readPageMetadata(page).authors).toEqual(['Ada Marsh']);
    expect(readPublicationDate(page, NO_HINTS)).toBe('2024-05-03');
  });

  it('of several stories counts for the one with the page’s address', () => {
    const stories = STORIES.map((story, at) => ({
      ...story,
      headline: 'Seen',
      url: `https://courier.example/${at}/`,
    }));
    const page = statementsOf(jsonLd(stories), '', 'http://www.courier.example/1?from=home');
    expect(readPageMetadata(page).authors).toEqual(['Ada Marsh']);
  });

  it('of another story only says nothing', () => {
    const page = statementsOf(`${jsonLd(STORIES.slice(0, 1))}<title>Light stays in Kelm</title>`);
    expect(readPageMetadata(page).authors).toEqual([]);
    expect(readPublicationDate(page, NO_HINTS)).toBeNull();
  });

  it('is followed from reference to reference', () => {
    const graph = {
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'Light',
          author: [{ '@id': '#ada' }, { '@id': '#ben' }],
          publisher: { '@id': '#courier' },
        },
        { '@id': '#ada', '@type': 'Person', name: 'Ada Marsh' },
        { '@id': '#ben', '@type': 'Person', name: 'Ben Tide' },
        { '@id': '#courier', '@type': 'Organization', name: 'The Courier' },
      ],
    };
    expect(metadataOf(jsonLd(graph))).toMatchObject({
      authors: ['Ada Marsh', 'Ben Tide'],
      source: 'The Courier',
    });
  });

  it('has its entities resolved', () => {
    expect(
      metadataOf(jsonLd({ '@type': 'NewsArticle', headline: 'Caf&eacute; &ldquo;Light&rdquo;' })).title,
    ).toBe('Café “Light”');
  });
});

describe('meta elements', () => {
  it('may carry several names, and several values of one name', () => {
    const head =
      '<meta property="dc:creator x:y" content="Ada Marsh"><meta name="DC.creator" content="Ben Tide"><meta name="author" content="CMS">';
    expect(metadataOf(head).authors).toEqual(['Ada Marsh', 'Ben Tide']);
  });
});

describe('publication date', () => {
  it('is what JSON-LD declares, as written', () => {
    const page = statementsOf(
      jsonLd({ '@type': 'NewsArticle', headline: 'Light', datePublished: '2024-05-03T23:30:00-05:00' }),
    );
    expect(readPublicationDate(page, NO_HINTS)).toBe('2024-05-03');
  });

  it('is the day shown where the article was published again since', () => {
    const page = statementsOf(
      jsonLd({
        '@type': 'NewsArticle',
        headline: 'Light',
        datePublished: '2022-05-03',
        dateModified: '2024-01-09',
      }),
    );
    expect(readPublicationDate(page, { ...NO_HINTS, linesAfterHeadline: ['Nov. 6, 2023 at 8 a.m.'] })).toBe(
      '2023-11-06',
    );
  });

  it('is not the day of an update', () => {
    const page = statementsOf('');
    expect(
      readPublicationDate(page, { ...NO_HINTS, linesAfterHeadline: ['Updated May 9, 2024'] }),
    ).toBeNull();
  });

  it('is that of the line that says so, before another and before the page’s times', () => {
    const page = statementsOf('', '<time datetime="2025-01-01">1 January</time>');
    const lines = ['6 May 2024', 'Published: 3 May 2024, 10:15'];
    expect(readPublicationDate(page, { ...NO_HINTS, linesAfterHeadline: lines })).toBe('2024-05-03');
  });

  it('is the part of the line about publication', () => {
    const lines = ['Updated 6 May 2024, first published 3 May 2024'];
    expect(readPublicationDate(statementsOf(''), { ...NO_HINTS, linesAfterHeadline: lines })).toBe(
      '2024-05-03',
    );
  });

  it.each([
    '<span itemprop="datePublished" content="2024-05-03T08:00">yesterday</span>',
    '<abbr class="published" title="2024-05-03">Friday</abbr>',
    '<span class="dt-published">3 May 2024</span>',
  ])('is what any element marks as such: %s', (markup) => {
    expect(readPublicationDate(statementsOf('', markup), NO_HINTS)).toBe('2024-05-03');
  });

  it('is the publication line, with the author in it', () => {
    const lines = ['Ada Marsh', 'By Ada Marsh | May 3, 2024 at 9:15 am ET'];
    expect(readPublicationDate(statementsOf(''), { ...NO_HINTS, linesAfterHeadline: lines })).toBe(
      '2024-05-03',
    );
  });

  it('is the one day in what the page marks as byline, whatever else stands there', () => {
    const markedLines = ['Written by Ada Marsh in Lights on 3 May 2024 at 08:34 PM EDT. 51 Comments'];
    expect(readPublicationDate(statementsOf(''), { ...NO_HINTS, markedLines })).toBe('2024-05-03');
    expect(
      readPublicationDate(statementsOf(''), { ...NO_HINTS, markedLines: ['Updated 3 May 2024'] }),
    ).toBeNull();
  });

  it('is no other date that stands near the headline', () => {
    const lines = ['Founded February 28, 1998', 'The vote on May 3, 2024 was close'];
    expect(readPublicationDate(statementsOf(''), { ...NO_HINTS, linesAfterHeadline: lines })).toBeNull();
  });

  it('is not taken from one of several times on the page', () => {
    const page = statementsOf('', '<time datetime="2024-05-03">a</time><time datetime="2024-05-04">b</time>');
    expect(readPublicationDate(page, NO_HINTS)).toBeNull();
  });

  it('falls back to the address, then to the file name', () => {
    const addressed = statementsOf('', '', 'https://courier.example/2024/05/03/light');
    expect(readPublicationDate(addressed, NO_HINTS)).toBe('2024-05-03');
    expect(readPublicationDate(statementsOf(''), { ...NO_HINTS, fileName: '2024-05-03-light.html' })).toBe(
      '2024-05-03',
    );
  });
});

describe('source and language', () => {
  it('are the site name and the language tag in its usual spelling', () => {
    const page = parseHTML(
      '<html lang="pt_br"><head><meta property="og:site_name" content="O Farol"></head></html>',
    ).document;
    expect(readPageMetadata(readPageStatements(page))).toMatchObject({
      source: 'O Farol',
      language: 'pt-BR',
    });
  });

  it('give no language where the page names none that there is', () => {
    const page = parseHTML('<html lang="de-DE-1996-1996"><head></head></html>').document;
    expect(readPageMetadata(readPageStatements(page)).language).toBeNull();
  });

  it('fall back to the host', () => {
    expect(readPageMetadata(statementsOf('', '', 'https://www.courier.example/light')).source).toBe(
      'courier.example',
    );
  });
});
