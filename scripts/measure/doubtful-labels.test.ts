import { describe, expect, it } from 'vitest';
import { doubtOf } from './doubtful-labels.ts';

const SENTENCES = Array.from(
  { length: 12 },
  (_, at) => `Sentence ${at} tells what happened at pier ${at} of the harbour on day ${at} of the strike.`,
);
const WHOLE = SENTENCES.join('\n');
const PAGE = `<p>${SENTENCES.join('</p><p>')}</p>`;

describe('doubtOf', () => {
  it('finds no fault with a label that is what other tools find', () => {
    expect(doubtOf(WHOLE, [WHOLE, WHOLE], PAGE)).toBeNull();
  });

  it('tells a label that holds a part of what other tools agree on', () => {
    const part = SENTENCES.slice(0, 5).join('\n');
    expect(doubtOf(part, [WHOLE, WHOLE], PAGE)).toBe('holds a part of the article');
    expect(doubtOf(part, [WHOLE, part], PAGE)).toBeNull();
  });

  it('tells a label that says twice what the page says once', () => {
    const twice = `${WHOLE}\n${SENTENCES.slice(0, 6).join('\n')}`;
    expect(doubtOf(twice, [WHOLE, WHOLE], PAGE)).toBe('repeats what the page says once');
  });
});
