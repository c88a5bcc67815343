import { describe, expect, it } from 'vitest';
import { holdsAnswer, isExact, spanF1 } from './answer-measures.ts';
import { areaUnderRoc, brierScore, calibrationError } from './probability-measures.ts';
import { ndcgAt, recallAt, reciprocalRankAt } from './ranking-measures.ts';

const relevant = new Map([
  ['a', 1],
  ['b', 1],
]);

describe('ranking measures', () => {
  it('are 1 for a ranking with every relevant document first', () => {
    expect(ndcgAt(10, ['b', 'a', 'x'], relevant)).toBe(1);
    expect(recallAt(2, ['b', 'a', 'x'], relevant)).toBe(1);
    expect(reciprocalRankAt(10, ['b'], relevant)).toBe(1);
  });

  it('are 0 when nothing relevant was found', () => {
    expect(ndcgAt(10, ['x'], relevant)).toBe(0);
    expect(recallAt(10, ['x'], relevant)).toBe(0);
    expect(reciprocalRankAt(10, ['x'], relevant)).toBe(0);
  });

  it('discount by the logarithm of the rank', () => {
    expect(ndcgAt(10, ['x', 'a'], new Map([['a', 1]]))).toBeCloseTo(1 / Math.log2(3));
  });
});

describe('answer measures', () => {
  it('look for whole words', () => {
    expect(holdsAnswer('It met in March, 2010.', ['march 2010'])).toBe(true);
    expect(holdsAnswer('In 20100 cases', ['2010'])).toBe(false);
  });

  it('overlook articles, case and punctuation', () => {
    expect(isExact('The “Great Wall”', ['great wall'])).toBe(true);
  });

  it('take words that a hyphen joins for one in a span, and for two in a quote', () => {
    expect(isExact('Moscow-based', ['moscowbased'])).toBe(true);
    expect(holdsAnswer('a Moscow-based firm', ['Moscow'])).toBe(true);
  });

  it('count the words that span and answer share', () => {
    expect(spanF1('in March 2010', ['March 2010'])).toBeCloseTo(0.8);
  });
});

describe('probability measures', () => {
  const sure = [
    { probability: 0.9, isTrue: true },
    { probability: 0.2, isTrue: false },
  ];

  it('give an area of 1 when every true one ranks above every false one', () => {
    expect(areaUnderRoc(sure)).toBe(1);
  });

  it('count ties half', () => {
    expect(areaUnderRoc(sure.map((forecast) => ({ ...forecast, probability: 0.5 })))).toBe(0.5);
  });

  it('say nothing of an area when all are of one kind', () => {
    expect(areaUnderRoc(sure.slice(0, 1))).toBeNull();
  });

  it('measure the distance from the truth', () => {
    expect(brierScore(sure)).toBeCloseTo((0.01 + 0.04) / 2);
    expect(calibrationError(sure)).toBeCloseTo((0.1 + 0.2) / 2);
  });
});
