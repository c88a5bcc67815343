import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../address/filter.ts';
import type { Answer, Citation, NoAnswer } from '../graphql/ask-fields.ts';
import { answer, citation, noAnswer } from './answer-fixtures.ts';
import { AnswerView } from './answer-view.tsx';
import { NO_ANSWER_REASONS } from './no-answer-reason.ts';
import { NoAnswerView } from './no-answer-view.tsx';

function answerMarkup(shown: Answer): string {
  return renderToStaticMarkup(<AnswerView answer={shown} filter={NO_FILTER} />);
}

describe('AnswerView', () => {
  it('numbers each citation with a link to the quote in its article', () => {
    expect(answerMarkup(answer)).toMatch(
      /<a href="\/article\/news\/bridge%20%232.md\?start=40&amp;end=66&amp;answerStart=58&amp;answerEnd=65"[^>]* aria-label="Citation 1: A bridge opens"[^>]*>1<\/a>/,
    );
  });

  it('sets off the words that answer', () => {
    expect(answerMarkup(answer)).toContain('<q>The bridge opened <strong>in June</strong>.</q>');
  });

  it('shows the sentences before and after the quote', () => {
    expect(answerMarkup(answer)).toMatch(/awaited, people said. <\/span><q>.*<span[^>]*> It is not tolled./);
  });

  it('does not show a sentence beside a quote that is quoted itself', () => {
    const second: Citation = { ...citation, number: 2, quote: 'It is not tolled.', start: 67, end: 84 };
    const both: Answer = {
      ...answer,
      sentences: [...answer.sentences, { text: second.quote, citationNumbers: [2] }],
      citations: [citation, second],
    };
    expect(answerMarkup(both).match(/tolled/g)).toHaveLength(1);
  });

  it.each([
    ['SURE', 'Sure'],
    ['LIKELY', 'Likely'],
    ['POSSIBLE', 'Possible'],
  ] as const)('says in one word that an answer is %s', (certainty, word) => {
    expect(answerMarkup({ ...answer, certainty })).toContain(
      `>${word}</span>: about 94 in 100 such answers are right`,
    );
  });

  it('shows where articles differ, each value with its date, in the order given', () => {
    const other: Citation = {
      ...citation,
      number: 2,
      quote: 'It opened in May.',
      start: 10,
      answerSpan: { start: 20, end: 26 },
      article: { ...citation.article, publishedAt: '2020-05-04' },
    };
    const differing = {
      ...answer,
      citations: [citation, other],
      disagreements: [{ on: 'When', citationNumbers: [1, 2] }],
    };
    expect(answerMarkup(differing)).toMatch(
      /Articles differ<\/span>: When.*<q>in June<\/q>.*10 June 2022.*<q>in May<\/q>.*4 May 2020/,
    );
  });

  it('says which of several questions the articles do not answer', () => {
    expect(answerMarkup({ ...answer, unanswered: ['Who paid?'] })).toMatch(/do not say:.*Who paid\?/);
  });

  it('shows the quote of a citation that no sentence reads', () => {
    const second: Citation = { ...citation, number: 2, quote: 'In June it was opened.', answerSpan: null };
    const backed: Answer = {
      ...answer,
      sentences: [{ text: citation.quote, citationNumbers: [1, 2] }],
      citations: [citation, second],
    };
    expect(answerMarkup(backed)).toContain('In June it was opened.</q>');
  });
});

describe('NoAnswerView', () => {
  function markup(shown: NoAnswer, filter = NO_FILTER): string {
    return renderToStaticMarkup(<NoAnswerView noAnswer={shown} filter={filter} />);
  }

  it('is a region of that name', () => {
    const id = /<section aria-labelledby="([^"]+)"/.exec(markup(noAnswer))?.[1];
    expect(markup(noAnswer)).toContain(
      `<h3 id="${id}" class="font-serif text-xl">No answer in these articles</h3>`,
    );
  });

  it('links the closest passage to its place, the matched words set off', () => {
    expect(markup(noAnswer)).toContain('href="/article/news/bridge%20%232.md?start=40&amp;end=66"');
    expect(markup(noAnswer)).toContain('The <span class="matched">bridge</span> opened');
  });

  it('folds the other passages and says how many there are', () => {
    const [hit] = noAnswer.nearest;
    const nearest = ['a', 'b', 'c'].map((id) => ({ ...hit!, passage: { ...hit!.passage, id } }));
    expect(markup({ ...noAnswer, nearest })).toContain('Nearest passages: 1 of 3 shown, from 1 article');
  });

  it('says what was searched when it was not all', () => {
    expect(markup(noAnswer, { ...NO_FILTER, sources: ['The Post'] })).toContain(
      'Searched articles of The Post.',
    );
  });

  it('answers a question about the articles as a whole with what there is, and no passage', () => {
    const collection = { articles: 18, publishedFrom: '2010-03-24', publishedTo: '2024-10-22' };
    const html = markup({ ...noAnswer, reason: 'ABOUT_COLLECTION', collection });
    expect(html.replace(/<[^>]*>/g, '')).toContain(
      'There are 18 articles, from 24 March 2010 to 22 October 2024.',
    );
    expect(html).not.toContain('closest passage');
  });

  it.each(Object.keys(NO_ANSWER_REASONS) as (keyof typeof NO_ANSWER_REASONS & NoAnswer['reason'])[])(
    'says why for %s',
    (reason) => {
      expect(markup({ ...noAnswer, reason })).toContain(NO_ANSWER_REASONS[reason]);
    },
  );
});
