import { describe, expect, it } from 'vitest';
import { extractHtml } from './extract-html.ts';

const LINES = [
  'Kelm will rebuild its old lighthouse, the council decided on Tuesday after a debate that lasted well into the night.',
  'Work begins in March and is to take two years, the mayor said, adding that the lamp itself would stay as it is.',
  'Fishermen had asked for the light to be kept, since the newer beacon cannot be seen from the eastern channel.',
];
const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const page = (body: string) => extractHtml(`<html><body><h1>The light stays</h1>${body}</body></html>`);

describe('a declared shadow root', () => {
  it('is read', () => {
    const html = `<news-article><template shadowrootmode="open">${paragraphs(LINES)}</template></news-article>`;
    expect(page(html).text).toBe(LINES.join('\n\n'));
  });

  it('shows what the host holds in its slot', () => {
    const html = `<news-article><template shadowrootmode="open"><p>${LINES[0]}</p><slot></slot><p>${LINES[2]}</p></template><p>${LINES[1]}</p></news-article>`;
    expect(page(html).text).toBe(LINES.join('\n\n'));
  });

  it('hides what no slot shows', () => {
    const html = `<news-article><template shadowrootmode="open">${paragraphs(LINES)}</template><p>Please switch scripts on to read this story of ours.</p></news-article>`;
    expect(page(html).text).toBe(LINES.join('\n\n'));
  });

  it('is read within another', () => {
    const inner = `<x-body><template shadowrootmode="open">${paragraphs(LINES)}</template></x-body>`;
    expect(page(`<x-page><template shadowrootmode="open">${inner}</template></x-page>`).text).toBe(
      LINES.join('\n\n'),
    );
  });
});

describe('the address that a saver noted', () => {
  it.each([
    '<!-- saved from url=(0034)https://courier.example/light.html -->',
    '<!--\n Page saved with SingleFile \n url: https://courier.example/light.html \n saved date: Fri May 03 2024\n-->',
  ])('is the page’s: %s', (comment) => {
    const html = `<!DOCTYPE html>${comment}<html><body><h1>The light stays</h1>${paragraphs(LINES)}</body></html>`;
    expect(extractHtml(html).url).toBe('https://courier.example/light.html');
  });

  it('gives way to what the page calls its address on the same host', () => {
    const html = `<!-- saved from url=(0034)https://courier.example/light?from=x --><html><head><link rel="canonical" href="https://www.courier.example/light"></head><body>${paragraphs(LINES)}</body></html>`;
    expect(extractHtml(html).url).toBe('https://www.courier.example/light');
  });
});
