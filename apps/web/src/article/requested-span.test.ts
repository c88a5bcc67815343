import { describe, expect, it } from 'vitest';
import { requestedSpan } from './requested-span.ts';

const text = 'Ten 😀 here';

describe('requestedSpan', () => {
  it('is none without parameters', () => {
    expect(requestedSpan(undefined, undefined, text)).toEqual({ kind: 'none' });
  });

  it('is the stretch that start and end name, up to the last character', () => {
    expect(requestedSpan('0', '11', text)).toEqual({ kind: 'span', span: { start: 0, end: 11 } });
  });

  it.each([
    ['only one of them', '0', undefined],
    ['an end before the start', '5', '3'],
    ['an empty stretch', '3', '3'],
    ['an end behind the text', '0', '12'],
    ['a negative start', '-1', '3'],
    ['a fraction', '0.5', '3'],
    ['a word', 'zero', '3'],
    ['a repeated parameter', ['0', '1'], '3'],
    ['a number beyond all offsets', '0', '99999999999999999999'],
    ['half a character at its start', '5', '8'],
    ['half a character at its end', '0', '5'],
  ])('is invalid for %s', (_, start, end) => {
    expect(requestedSpan(start, end, text)).toEqual({ kind: 'invalid' });
  });
});
