import { createTokenCounter, resolveEmbeddingModel } from '@footnote/inference';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Chunker, createChunker } from './chunker.ts';

const MAX_TOKENS = 512;
let chunker: Chunker;
let countTokens: (text: string) => number;

beforeAll(async () => {
  const { folder } = await resolveEmbeddingModel();
  countTokens = await createTokenCounter(folder);
  chunker = createChunker({ countTokens, maxTokens: MAX_TOKENS });
});

const cut = (text: string, title: string | null = null) =>
  chunker.chunk({ title, text }).map(({ start, end }) => text.slice(start, end));

const sentence = (words: number, number = 0) => `Sentence ${number} has${' a'.repeat(words - 4)} word.`;

describe('cut', () => {
  it('gives passages of about 120 words, of whole sentences', () => {
    const text = Array.from({ length: 40 }, (_, number) => sentence(20, number)).join(' ');
    const passages = cut(text);
    for (const passage of passages) expect(passage).toMatch(/^Sentence .*\.$/);
    for (const passage of passages.slice(0, -1)) {
      expect(passage.split(' ').length).toBeGreaterThanOrEqual(100);
      expect(passage.split(' ').length).toBeLessThanOrEqual(160);
    }
  });

  it('joins a short rest to the passage before it', () => {
    const text = [...Array.from({ length: 6 }, (_, number) => sentence(20, number)), 'The end.'].join(' ');
    expect(cut(text)).toEqual([text]);
  });

  it('leaves a sentence whole that is longer than a passage, and fits the model', () => {
    const long = sentence(300);
    expect(cut(`${sentence(100)} ${long} ${sentence(100)}`)).toContain(long);
  });

  it('cuts a sentence that does not fit the model, at a word', () => {
    const words = Array.from({ length: 2000 }, (_, number) => `word${number}`);
    const passages = cut(words.join(' '));
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.join(' ').split(' ')).toEqual(words);
  });

  it('never goes over the tokens of the model with the title in front', () => {
    const title = 'Remarkably unpronounceable headline '.repeat(60);
    const text = Array.from({ length: 30 }, () => 'Kyzyl-Ordaüßñ Llanfairpwllgwyngyll 123456789.').join(' ');
    for (const passage of cut(text, title)) {
      expect(countTokens(chunker.embeddedText(title, passage)) + 2).toBeLessThanOrEqual(MAX_TOKENS);
    }
  });

  it('cuts what has no white space, and never within a character', () => {
    const text = '漢字🙂'.repeat(2000);
    const passages = cut(text);
    expect(passages.join('')).toBe(text);
    for (const passage of passages) expect(passage.isWellFormed()).toBe(true);
  });

  it('whatever the text, passages are in order, verbatim, fitting, and leave out only white space', () => {
    const pieces = fc.constantFrom(
      'Word. ',
      'eine Zeile\r\n',
      '\n\n',
      '🙂🇸🇪 ',
      'é́́ ',
      'שלום. ',
      '漢字。',
      '\t',
      'a'.repeat(700),
      'lorem ipsum '.repeat(300),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of chunker.chunk({ title: 'A title', text })) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(start).toBeLessThan(end);
          const embedded = chunker.embeddedText('A title', text.slice(start, end));
          expect(countTokens(embedded) + 2).toBeLessThanOrEqual(MAX_TOKENS);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
      { numRuns: 60 },
    );
  });

  it('a text of white space has no passages', () => {
    expect(cut(' \n\t ')).toEqual([]);
  });

  it('is linear in the length of a text without a full stop', () => {
    const processorTime = (words: number): number => {
      const before = process.cpuUsage();
      cut('word '.repeat(words));
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    processorTime(20_000);
    expect(processorTime(200_000)).toBeLessThan(40 * processorTime(20_000));
  });
});
