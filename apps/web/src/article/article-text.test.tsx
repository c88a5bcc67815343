import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ArticleText } from './article-text.tsx';

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** The text of markup that has no attribute values with angle brackets. */
function textOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? '');
}

function markedText(markup: string): string {
  return [...markup.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map((match) => textOf(match[1] ?? '')).join('');
}

const articleText = fc.string({
  unit: fc.constantFrom('a', ' ', '\n', '\n\n', '\r\n', '<', '&', "'", '😀', 'ש', '.'),
});

describe('ArticleText', () => {
  it('shows the text to the character, and marks exactly the quote', () => {
    fc.assert(
      fc.property(articleText, fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const quote = { start, end };
        const markup = renderToStaticMarkup(<ArticleText text={text} quote={quote} answer={quote} />);
        expect(textOf(markup)).toBe(text);
        expect(markedText(markup)).toBe(text.slice(start, end));
      }),
    );
  });

  it('marks a quote that crosses paragraphs in each of them', () => {
    const text = 'One. Two.\n\nThree. Four.';
    const markup = renderToStaticMarkup(
      <ArticleText text={text} quote={{ start: 5, end: 17 }} answer={null} />,
    );
    expect(markup).toContain('<mark id="quote" tabindex="-1">Two.\n\n</mark></p>');
    expect(markup).toContain('<mark>Three.</mark>');
  });

  it('sets off the words that answer within the quote', () => {
    const text = 'It opened in June. It closed.';
    const markup = renderToStaticMarkup(
      <ArticleText text={text} quote={{ start: 0, end: 18 }} answer={{ start: 10, end: 17 }} />,
    );
    expect(markup).toContain('It opened <strong>in June</strong>.</mark> It closed.');
  });

  it('sets off no words outside the quote', () => {
    const markup = renderToStaticMarkup(
      <ArticleText
        text="It opened. It closed."
        quote={{ start: 0, end: 10 }}
        answer={{ start: 14, end: 20 }}
      />,
    );
    expect(markup).not.toContain('<strong>');
  });

  it('shows markup in a text as text', () => {
    const markup = renderToStaticMarkup(
      <ArticleText text="<script>alert(1)</script>" quote={null} answer={null} />,
    );
    expect(markup).not.toContain('<script>');
  });
});
