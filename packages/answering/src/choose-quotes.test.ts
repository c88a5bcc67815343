import { makeArticle } from '@footnote/core';
import { describe, expect, it } from 'vitest';
import answerModels from './answer-models.json' with { type: 'json' };
import { chooseQuotes } from './choose-quotes.ts';
import type { JudgedSentence } from './judge-evidence.ts';
import { confidenceOf, MARGIN_LIMIT, type SentenceFeatures } from './sentence-features.ts';

const model = answerModels.withReader;
const SURE: SentenceFeatures = {
  sentenceCoverage: 1,
  passageCoverage: 1,
  nameCoverage: 1,
  kind: 1,
  retrieval: 1,
  passageSimilarity: 1,
  sentenceSimilarity: 0,
  margin: MARGIN_LIMIT,
};

const UNTITLED = { title: null, source: null, authors: [], publishedAt: null, url: null, language: null };

function judged(
  text: string,
  { start = 0, articleKey = text, features = SURE }: Partial<JudgedSentence & { articleKey: string }> = {},
): JudgedSentence {
  const end = start + text.length;
  const article = {
    ...makeArticle({ ...UNTITLED, key: articleKey, text: ' '.repeat(start) + text }),
    duplicates: [],
  };
  const passage = { articleKey, start, end, text, article };
  const explanation = { lexical: null, semantic: null, parts: [] };
  const hit = { passage, score: 1, explanation, highlights: [] };
  return { hit, text, start, end, features, answerSpan: null, score: 0 };
}

const textsOf = (sentences: readonly JudgedSentence[]) =>
  chooseQuotes(sentences, model).map(({ text }) => text);

describe('chooseQuotes', () => {
  it('quotes three sentences at most', () => {
    expect(textsOf(['Gas.', 'Oil.', 'Coal.', 'Wood.'].map((text) => judged(text)))).toEqual([
      'Gas.',
      'Oil.',
      'Coal.',
    ]);
  });

  it('leaves out a sentence that does not answer by itself', () => {
    const features = { ...SURE, margin: -MARGIN_LIMIT };
    expect(confidenceOf(features, model)).toBeLessThan(model.threshold);
    expect(textsOf([judged('Gas.'), judged('Oil.', { features })])).toEqual(['Gas.']);
  });

  it('says nothing twice, be it with another comma', () => {
    expect(textsOf([judged('Trade in gas grew.'), judged('Trade, in gas, grew.')])).toEqual([
      'Trade in gas grew.',
    ]);
  });

  it('quotes no place of an article twice', () => {
    const first = judged('Trade in gas grew in May.', { articleKey: 'a' });
    expect(textsOf([first, judged('Oil did in June.', { articleKey: 'a', start: 10 })])).toHaveLength(1);
  });
});
