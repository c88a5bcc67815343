import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractHtml } from './extract-html.ts';

const LINES = [
  'Kelm will rebuild its old lighthouse, the council decided on Tuesday after a debate that lasted well into the night.',
  'Work begins in March and is to take two years, the mayor said, adding that the lamp itself would stay as it is.',
  'Fishermen had asked for the light to be kept, since the newer beacon cannot be seen from the eastern channel.',
  'The stones come from the quarry behind the church, where the last of the masons still works three days a week.',
];
const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('');

describe('extractHtml', () => {
  it('takes the article and nothing around it', () => {
    const html = `<html><body><div class="top"><a href="/">Home</a> <a href="/s">Sport</a></div><h1>The light stays</h1>
      <div class="c1">${paragraphs(LINES)}</div><div class="c2"><a href="/x">Another story</a><a href="/y">A third</a></div></body></html>`;
    expect(extractHtml(html).text).toBe(LINES.join('\n\n'));
  });

  it('joins an article that is cut up around advertisements', () => {
    const parts = LINES.map(
      (line) => `<div class="part"><p>${line}</p></div><div class="ad-slot">Buy now</div>`,
    );
    expect(
      extractHtml(`<html><body><h1>The light stays</h1><section>${parts.join('')}</section></body></html>`)
        .text,
    ).toBe(LINES.join('\n\n'));
  });

  it('takes the article with the page’s title, though a longer one is loaded below', () => {
    const other = Array.from(
      { length: 12 },
      (_, at) => `${LINES[at % 4]} The other town has it so in ${1900 + at}.`,
    );
    const article = (title: string, lines: readonly string[]) =>
      `<article><h2>${title}</h2><div>${paragraphs(lines)}</div></article>`;
    const html = `<html><head><title>The light stays</title></head><body>${article('The light stays', LINES)}${article('A museum opens', other)}</body></html>`;
    expect(extractHtml(html).text).toBe(LINES.join('\n\n'));
  });

  it('joins parts of one make that a class more tells apart', () => {
    const parts = LINES.map(
      (line, at) =>
        `<section class="body part-${at}"><p>${line}</p></section><ul><li><a href="/${at}">Another story of the harbour, as told by others</a></li></ul>`,
    );
    const html = `<html><body><h1>The light stays</h1><div>${parts.join('').replace('body part-1', 'body')}</div></body></html>`;
    for (const line of LINES) expect(extractHtml(html).text).toContain(line);
  });

  it('takes a mark in the text, an `<a>` that leads nowhere, for no link', () => {
    const html = `<html><body><h1>The light stays</h1><div>${LINES.map((line) => `<p><a name="m">${line}</a></p>`).join('')}</div></body></html>`;
    expect(extractHtml(html).text).toBe(LINES.join('\n\n'));
  });

  it('keeps short cells of a table of data', () => {
    const rows = [1, 2, 3, 4].map(
      (at) => `<tr><td><div>Pier ${at}</div></td><td><div>${at} boats</div></td></tr>`,
    );
    const html = `<html><body><h1>The light stays</h1><div>${paragraphs(LINES)}<table><tbody>${rows.join('')}</tbody></table></div></body></html>`;
    expect(extractHtml(html).text).toContain('Pier 3');
  });

  it('leaves the next article out, loaded below though it is', () => {
    const other =
      'Another town has sold its lighthouse to a hotel, whose guests may switch on the lamp at night for a fee.';
    const html = `<html><body><article><h1>The light stays</h1>${paragraphs(LINES)}</article><article><h2>Sold</h2><p>${other}</p></article></body></html>`;
    const page = extractHtml(html);
    expect(page.text).toBe(LINES.join('\n\n'));
    expect(page.removed.map(({ rule }) => rule)).toContain('other article');
  });

  it('keeps a standfirst that stands in the page head', () => {
    const html = `<html><body><header><h1>The light stays</h1><p class="standfirst">After four hours the council gives in to the fishermen</p></header>
      <div class="article-body">${paragraphs(LINES)}</div></body></html>`;
    expect(extractHtml(html).text.split('\n\n')[0]).toBe(
      'After four hours the council gives in to the fishermen',
    );
  });

  it('keeps a standfirst known only as the page description', () => {
    const summary = 'The council gives in to the fishermen and keeps the lamp of 1871 burning on the pier';
    const html = `<html><head><meta name="description" content="${summary}"></head><body><h1>The light stays</h1><div>${summary}</div>
      <div class="article-body">${paragraphs(LINES)}</div></body></html>`;
    expect(extractHtml(html).text.split('\n\n')[0]).toBe(summary);
  });

  it('takes the body that the page declares where it shows hardly any of it', () => {
    const articleBody = [...LINES, ...LINES].join('\\n\\n');
    const html = `<html><body><script type="application/ld+json">{"@type":"NewsArticle","headline":"The light stays","articleBody":"${articleBody}"}</script>
      <h1>The light stays</h1><p>Please wait while the story of the lighthouse loads in your browser window.</p></body></html>`;
    expect(extractHtml(html).text).toBe([...LINES, ...LINES].join('\n\n'));
  });

  it('separates paragraphs written with line breaks', () => {
    const html = `<html><body><h1>The light stays</h1><div>${LINES.join('<br><br>')}</div></body></html>`;
    expect(extractHtml(html).text).toBe(LINES.join('\n\n'));
  });

  it('gives the headline, authors, day, source, address and language', () => {
    const html = `<html lang="en-GB"><head><link rel="canonical" href="https://courier.example/light">
      <meta property="og:site_name" content="The Kelm Courier"><script type="application/ld+json">
      {"@type":"NewsArticle","headline":"The light stays","datePublished":"2024-05-03T23:30:00-05:00","author":[{"name":"Ada Marsh"},{"name":"Ben Tide"}]}
      </script></head><body><h1>The light stays</h1>${paragraphs(LINES)}</body></html>`;
    expect(extractHtml(html)).toMatchObject({
      title: 'The light stays',
      authors: ['Ada Marsh', 'Ben Tide'],
      publishedAt: '2024-05-03',
      source: 'The Kelm Courier',
      url: 'https://courier.example/light',
      language: 'en-GB',
    });
  });

  it('takes no hidden date for the day of publication', () => {
    const html = `<html><body><h1>The light stays</h1><span style="display:none">May 3, 1998</span>${paragraphs(LINES)}</body></html>`;
    expect(extractHtml(html).publishedAt).toBeNull();
  });

  it('keeps the words before a table that is most of the article', () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `<tr><th>Tower ${at}</th><td>${LINES[at % 4]}</td></tr>`,
    );
    const html = `<html><body><h1>The lights of the coast</h1><div><p>${LINES[0]} This is a list.</p><div><table><tbody>${rows.join('')}</tbody></table></div></div></body></html>`;
    const { text } = extractHtml(html);
    expect(text).toContain('This is a list.');
    expect(text).toContain('Tower 11');
  });

  it('reads a byline that stands in no element of its own', () => {
    const html = `<html><body><div><h1>The light stays</h1>by Ada Marsh, <small>May 3rd 2024</small></div>${paragraphs(LINES)}</body></html>`;
    expect(extractHtml(html)).toMatchObject({ authors: ['Ada Marsh'], publishedAt: '2024-05-03' });
  });

  it('takes no name and no day out of a sentence, a list of other stories or the foot of the page', () => {
    const sentence = `<p>The plan was drawn by <a class="author" href="/people/tide">Ben Tide</a> on <time datetime="2024-01-02">2 January</time> in the old tower.</p>`;
    const others = `<div class="related-articles"><p>By <a rel="author">Cy Orr</a> <time datetime="2023-05-05">5 May</time></p></div><footer><time datetime="2025-01-01">1 January</time></footer>`;
    const html = `<html><body><h1>The light stays</h1>${paragraphs(LINES)}${sentence}${others}</body></html>`;
    expect(extractHtml(html)).toMatchObject({ authors: [], publishedAt: null });
  });

  it('keeps formulas in their sentence', () => {
    const html = `<html><body><h1>The light stays</h1>${paragraphs(LINES)}<p>Its height <math><mi>h</mi><mo>=</mo><mn>31</mn></math> metres is unusual.</p></body></html>`;
    expect(extractHtml(html).text).toContain('Its height h=31 metres is unusual.');
  });

  it('keeps what stands visible where half the page is hidden', () => {
    const html = `<html><body><article><h1>The light stays</h1><div style="visibility: hidden">${paragraphs(LINES.slice(0, 2))}</div><div>${paragraphs(LINES.slice(2))}</div></article></body></html>`;
    expect(extractHtml(html).text).toBe(LINES.slice(2).join('\n\n'));
  });

  it('knows nothing of a page that says nothing', () => {
    expect(extractHtml('')).toEqual({
      title: null,
      text: '',
      authors: [],
      source: null,
      publishedAt: null,
      url: null,
      language: null,
      removed: [],
    });
  });

  it('reads a fragment without a document around it', () => {
    expect(extractHtml(paragraphs(LINES)).text).toBe(LINES.join('\n\n'));
  });

  it('refuses elements nested thousands deep, by name and without overflowing', () => {
    const deep = 3_000;
    expect(() => extractHtml('<div>'.repeat(deep) + LINES[0] + '</div>'.repeat(deep))).toThrow(
      expect.objectContaining({ code: 'PAGE_TOO_DEEP' }),
    );
  });

  it('leaves entities that are declared in the page alone', () => {
    const bomb = `<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><body><h1>The light stays</h1>${paragraphs(LINES)}<p>&b;</p></body></html>`;
    expect(extractHtml(bomb).text.length).toBeLessThan(1_000);
  });

  it('gives every word of the page either as text or as removed', () => {
    const word = fc.constantFrom('lamp', 'tower', 'harbour', 'stone', 'keeper', 'night');
    const block = fc.record({
      tag: fc.constantFrom('p', 'div', 'h2', 'li', 'nav', 'aside', 'figure', 'blockquote'),
      words: fc.array(word, { minLength: 1, maxLength: 30 }),
    });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const body = blocks.map(({ tag, words }) => `<${tag}>${words.join(' ')}</${tag}>`).join('\n');
        const page = extractHtml(`<html><body>${body}</body></html>`);
        const shown = [page.text, ...page.removed.map(({ text }) => text)].join(' ');
        const count = (text: string) => (text.match(/\w+/g) ?? []).sort().join(' ');
        expect(count(shown)).toBe(count(blocks.map(({ words }) => words.join(' ')).join(' ')));
      }),
      { numRuns: 60 },
    );
  });
});
