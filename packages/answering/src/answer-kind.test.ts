import { describe, expect, it } from 'vitest';
import { answerKindOf, holdsKind, isOfKind } from './answer-kind.ts';

describe('answerKindOf', () => {
  it.each([
    ['How many points did the plan have?', 'NUMBER'],
    ['when was the treaty signed', 'TIME'],
    ['In what year did trade pass 100 billion dollars?', 'TIME'],
    ['Who painted the ceiling?', 'NAME'],
    ['How long is the border?', 'EXTENT'],
    ['What was her job when the two met?', 'OTHER'],
    ['Why did the bridge stay closed?', 'OTHER'],
  ])('of %j is %s', (question, kind) => {
    expect(answerKindOf(question)).toBe(kind);
  });
});

describe('isOfKind', () => {
  it('takes figures and number words for a number, and no vague quantity', () => {
    expect(isOfKind('twelve points', 'NUMBER')).toBe(true);
    expect(isOfKind('about 107', 'NUMBER')).toBe(true);
    expect(isOfKind('many points', 'NUMBER')).toBe(false);
  });

  it('takes one capitalised word for a name', () => {
    expect(isOfKind('Belarus', 'NAME')).toBe(true);
    expect(isOfKind('the towns', 'NAME')).toBe(false);
  });

  it('takes anything for an answer whose kind the question does not tell', () => {
    expect(isOfKind('because of the pandemic', 'OTHER')).toBe(true);
  });
});

describe('holdsKind', () => {
  it('does not take the capital that opens a sentence for a name', () => {
    expect(holdsKind('The bridge was closed.', 'NAME')).toBe(false);
    expect(holdsKind('The bridge leads to Heihe.', 'NAME')).toBe(true);
  });
});
