import { describe, expect, it } from 'vitest';
import { chooseQuotes } from './choose-quotes.ts';
import type { JudgedSentence } from './judged-sentence.ts';
import { judgedSentence } from './testing/judged-sentence.ts';

const QUESTION = 'How many workers were killed?';

function choose(sentences: readonly JudgedSentence[], question = QUESTION) {
  return chooseQuotes(sentences, { question, threshold: 0.5 });
}

function textsOf(sentences: readonly JudgedSentence[], question?: string): string[] {
  return choose(sentences, question).quotes.map(({ sentence }) => sentence.text);
}

describe('chooseQuotes', () => {
  it('quotes three sentences at most', () => {
    const sentences = ['Gas.', 'Oil.', 'Coal.', 'Wood.'].map((text) => judgedSentence({ text }));
    expect(textsOf(sentences)).toEqual(['Gas.', 'Oil.', 'Coal.']);
  });

  it('leaves out a sentence that does not answer by itself', () => {
    const unsure = judgedSentence({ text: 'Oil.', confidence: 0.4 });
    expect(textsOf([judgedSentence({ text: 'Gas.' }), unsure])).toEqual(['Gas.']);
  });

  it('leaves out a sentence that is much less sure than the best', () => {
    const sure = judgedSentence({ text: 'Gas.', confidence: 0.95 });
    expect(textsOf([sure, judgedSentence({ text: 'Oil.', confidence: 0.6 })])).toEqual(['Gas.']);
  });

  it('says nothing twice, be it with another comma', () => {
    const twice = ['Trade in gas grew.', 'Trade, in gas, grew.'].map((text) => judgedSentence({ text }));
    expect(textsOf(twice)).toEqual(['Trade in gas grew.']);
  });

  it('quotes no place of an article twice', () => {
    const first = judgedSentence({ text: 'Trade in gas grew in May.', key: 'a' });
    const within = judgedSentence({ text: 'Oil did in June.', key: 'a', start: 10 });
    expect(textsOf([first, within])).toHaveLength(1);
  });

  it('names another article that gives the same figure as a second source', () => {
    const one = judgedSentence({ text: 'Four workers died.', answer: 'Four', key: 'a' });
    const other = judgedSentence({ text: 'The fire killed 4 people.', answer: '4', key: 'b' });
    const { quotes } = choose([one, other]);
    expect(quotes).toHaveLength(1);
    expect(quotes[0]?.secondSource?.text).toBe('The fire killed 4 people.');
  });

  it('puts the newest first where articles give different figures, and says that they differ', () => {
    const old = judgedSentence({
      text: 'Four workers died.',
      answer: 'Four',
      key: 'a',
      publishedAt: '2023-05-02',
    });
    const corrected = judgedSentence({
      text: 'It has risen to seven.',
      answer: 'seven',
      key: 'b',
      publishedAt: '2023-05-09',
    });
    const { quotes, differing } = choose([old, corrected]);
    expect(quotes.map(({ sentence }) => sentence.text)).toEqual([corrected.text, old.text]);
    expect(differing).toHaveLength(2);
  });

  it('puts no doubtful sentence with another figure before the answer', () => {
    const right = { text: 'Four workers died.', answer: 'Four', key: 'a', publishedAt: '2023-05-02' };
    const other = { text: 'The mill had 40 workers.', answer: '40', key: 'b', publishedAt: '2023-05-09' };
    const { differing } = choose([
      judgedSentence({ ...right, confidence: 0.85 }),
      judgedSentence({ ...other, confidence: 0.55 }),
    ]);
    expect(differing).toEqual([]);
  });

  it('takes a length and a volume for answers to two questions, not for a disagreement', () => {
    const line = judgedSentence({
      text: 'The line is 2,000 kilometres long.',
      answer: '2,000 kilometres',
      key: 'a',
      publishedAt: '2023-05-02',
    });
    const gas = { text: 'It carries 38 billion cubic metres.', answer: '38 billion cubic metres' };
    const flow = judgedSentence({ ...gas, key: 'b', publishedAt: '2023-05-09' });
    expect(choose([line, flow], 'How long is the line?').differing).toEqual([]);
    const shorter = judgedSentence({
      text: 'The line is 1,800 km long.',
      answer: '1,800 km',
      key: 'c',
      publishedAt: '2023-05-09',
    });
    expect(choose([line, shorter], 'How long is the line?').differing).toHaveLength(2);
  });

  it('takes a count of other things for no disagreement', () => {
    const visits = { text: 'He recalled two visits.', answer: 'two', key: 'a', publishedAt: '2023-05-02' };
    const times = { text: 'They met thirty times.', answer: 'thirty', key: 'b', publishedAt: '2023-05-09' };
    const both = [judgedSentence(visits), judgedSentence(times)];
    expect(choose(both, 'How many times did they meet?').differing).toEqual([]);
  });

  it('puts the newest first where what is so now is asked for', () => {
    const former = { text: 'Ann Lund is the director.', answer: 'Ann Lund', key: 'a' };
    const present = { text: 'The director is Ivo Marn.', answer: 'Ivo Marn', key: 'b' };
    const sentences = [
      judgedSentence({ ...former, publishedAt: '2023-05-02' }),
      judgedSentence({ ...present, publishedAt: '2024-05-09' }),
    ];
    expect(textsOf(sentences, 'Who is the director?')[0]).toBe(present.text);
    expect(textsOf(sentences, 'What do we know of the current director?')[0]).toBe(present.text);
    expect(textsOf(sentences, 'Who was the director?')[0]).toBe(former.text);
  });

  it('takes two names for two answers, not for a disagreement', () => {
    const one = judgedSentence({ text: 'Ann spoke.', answer: 'Ann', publishedAt: '2023-05-02' });
    const other = judgedSentence({ text: 'So did Bo.', answer: 'Bo', publishedAt: '2023-05-09' });
    expect(choose([one, other], 'Who spoke?').differing).toEqual([]);
  });
});
