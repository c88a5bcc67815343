import { expect, it } from 'vitest';
import { answer, citation } from '../answer/answer-fixtures.ts';
import type { Prose, Written } from '../graphql/prose.ts';
import { shownProse } from './shown-prose.ts';

const PLACE = { number: 7, start: citation.start, end: citation.end, article: { key: citation.article.key } };

function written(prose: Partial<Prose>, place = PLACE): Written {
  const writer = { host: 'localhost', model: 'a-model' };
  return {
    __typename: 'Answer',
    citations: [place],
    prose: { sentences: [], dropped: 0, reason: null, writer, ...prose },
  };
}

const SENTENCE = { text: 'The bridge opened.', citationNumbers: [7] };

it('leads each sentence to the quotes on the page, whatever their numbers were', () => {
  const { sentences, note } = shownProse(answer, written({ sentences: [SENTENCE], dropped: 2 }));
  expect(sentences).toEqual([{ text: 'The bridge opened.', citations: [citation] }]);
  expect(note).toContain('2 sentences that the quotes do not hold were left out');
});

it('shows nothing of another answer than the one on the page', () => {
  const other = written({ sentences: [SENTENCE] }, { ...PLACE, start: 0 });
  for (const changed of [other, { __typename: 'NoAnswer' } as const]) {
    expect(shownProse(answer, changed)).toEqual({ sentences: [], note: expect.stringContaining('changed') });
  }
});

it('says why there is none', () => {
  const { sentences, note } = shownProse(answer, written({ reason: 'WRITER_TIMED_OUT' }));
  expect([sentences, note]).toEqual([[], 'It took too long.']);
});
