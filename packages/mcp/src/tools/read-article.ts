import { z } from 'zod';
import { articleUri, quotedArticle, toQuotedArticle } from '../quoted-article.ts';
import { defineTool } from '../tool.ts';

/** UTF-16 code units of one reading: some five thousand words. */
const MAX_LENGTH = 30_000;

export const readArticle = defineTool({
  name: 'read_article',
  title: 'Read an article',
  description: `Gives the text of an article by its key, word for word, at most ${MAX_LENGTH} characters at a time: go on with start = end until end = length. Use it to see a quote in its place.`,
  input: {
    key: z.string().describe('The key of an article, as the other tools give it.'),
    start: z.int().min(0).default(0).describe('From where on, in UTF-16 code units.'),
    length: z.int().min(2).max(MAX_LENGTH).default(MAX_LENGTH).describe('How much at most.'),
  },
  output: {
    found: z.boolean().describe('False when there is no such article; then all the rest is null.'),
    article: quotedArticle.nullable(),
    text: z.string().nullable(),
    start: z.int().nullable().describe('Where this part of the text begins.'),
    end: z.int().nullable().describe('Where it ends, half open.'),
    length: z.int().nullable().describe('Length of the whole text.'),
    link: z.string().nullable().describe('A resource of this server: the whole article.'),
  },
  run: async ({ key, start, length }, { engine }) => {
    const [article] = await engine.articlesByKey([key]);
    if (!article) {
      return { found: false, article: null, text: null, start: null, end: null, length: null, link: null };
    }
    const part = wholeCharacters(article.text, { start, length });
    return {
      found: true,
      article: toQuotedArticle(article),
      text: article.text.slice(part.start, part.end),
      ...part,
      length: article.text.length,
      link: articleUri(key),
    };
  },
});

/** A part of the text that cuts no character in two: half of one is lost on its way. */
function wholeCharacters(text: string, { start, length }: { start: number; length: number }) {
  const isInside = (offset: number): boolean =>
    /[\udc00-\udfff]/.test(text.charAt(offset)) && /[\ud800-\udbff]/.test(text.charAt(offset - 1));
  const from = Math.min(start, text.length);
  const to = Math.min(start + length, text.length);
  return { start: isInside(from) ? from - 1 : from, end: isInside(to) ? to - 1 : to };
}
