import { describe, expect, it } from 'vitest';
import { readingRequestOf } from './reading-request.ts';
import { judgedSentence } from './testing/judged-sentence.ts';

function asked(question: string, text: string, publishedAt: string | null = null): string {
  const { hit } = judgedSentence({ text, publishedAt });
  return readingRequestOf(hit, { question, today: '2024-06-01' }).question;
}

describe('readingRequestOf', () => {
  const TEXT = 'The budget comes to 47 million crowns.';

  it('leaves out the date that the article has, where the passage gives none', () => {
    const published = '2023-12-14';
    expect(asked('How much was the budget of Elmet in 2023?', TEXT, published)).toBe(
      'How much was the budget of Elmet?',
    );
    expect(asked('How much was the 2023 budget of Elmet?', TEXT, published)).toBe(
      'How much was the budget of Elmet?',
    );
    expect(asked('In 2023, how much was the budget?', TEXT, published)).toBe('how much was the budget?');
    expect(asked('How much was the budget last year?', TEXT, published)).toBe('How much was the budget?');
  });

  it('keeps a date that is not the article’s, or that the passage may speak of', () => {
    const question = 'How much was the budget of Elmet in 2023?';
    expect(asked(question, TEXT, '2022-12-14')).toBe(question);
    expect(asked(question, TEXT)).toBe(question);
    expect(asked(question, `${TEXT} In 2023 it was less.`, '2023-12-14')).toBe(question);
  });

  it('writes a figure as the passage does', () => {
    expect(asked('What covers 3.5 million journeys?', 'It covers 3,500,000 journeys.')).toBe(
      'What covers 3,500,000 journeys?',
    );
  });

  it('names two in the order of the passage, where it names them together', () => {
    const text = 'Ann Lund and Mr Ivo Marn met in May.';
    expect(asked('When did Marn and Lund meet?', text)).toBe('When did Lund and Marn meet?');
    expect(asked('When did Lund and Marn meet?', text)).toBe('When did Lund and Marn meet?');
    expect(asked('When did Marn and Lund meet?', 'Lund was there. Marn came later.')).toBe(
      'When did Marn and Lund meet?',
    );
  });

  it('leaves out that the latest is asked for', () => {
    expect(asked('What is the latest figure for exports?', TEXT)).toBe('What is the figure for exports?');
  });

  it('gives the title along', () => {
    const { hit } = judgedSentence({ text: TEXT });
    const titled = { passage: { ...hit.passage, article: { ...hit.passage.article, title: 'Elmet' } } };
    const { passage } = readingRequestOf(titled, { question: 'How much?', today: '2024-06-01' });
    expect(passage).toEqual({ start: 0, text: TEXT, context: 'Elmet' });
  });
});
