import { describe, expect, it } from 'vitest';
import { asksForLatest, asksWhoNow, withoutLatest } from './latest.ts';

describe('asksForLatest', () => {
  it.each([
    ['What is the latest figure for exports?', 'What is the figure for exports?'],
    ['How many people does the port currently employ?', 'How many people does the port employ?'],
    ['Who is the current mayor?', 'Who is the mayor?'],
    ['How many have died so far?', 'How many have died?'],
  ])('finds it in "%s", and leaves the rest a question', (question, rest) => {
    expect(asksForLatest(question)).toBe(true);
    expect(withoutLatest(question)).toBe(rest);
  });

  it('is not asked where a name only holds the word, or nothing does', () => {
    expect(asksForLatest('How strong are the currents at Elmet?')).toBe(false);
    expect(withoutLatest('Who knows Elmet?')).toBe('Who knows Elmet?');
  });
});

describe('asksWhoNow', () => {
  it.each(['Who is the mayor of Elmet?', 'Who directs the port?'])('is so in "%s"', (question) => {
    expect(asksWhoNow(question)).toBe(true);
  });

  it.each(['Who was the mayor of Elmet?', 'Who directed the port?', 'When was the port opened?'])(
    'is not so in "%s"',
    (question) => {
      expect(asksWhoNow(question)).toBe(false);
    },
  );
});
