import { Provider } from '@radix-ui/react-tooltip';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Answer, Citation, NoAnswer } from '../graphql/ask-fields.ts';
import { AnswerView } from './answer-view.tsx';
import { NO_ANSWER_REASONS } from './no-answer-reason.ts';
import { NoAnswerView } from './no-answer-view.tsx';

const article = {
  key: 'news/bridge #2.md',
  title: 'A bridge opens',
  source: 'The Gazette',
  author: null,
  publishedAt: '2022-06-10',
  url: null,
  language: 'en',
};

const citation: Citation = {
  number: 1,
  quote: 'The bridge opened in June.',
  start: 40,
  end: 66,
  answerSpan: { start: 58, end: 65 },
  article,
};

const answer: Answer = {
  __typename: 'Answer',
  question: 'When did the bridge open?',
  interpretedQuestion: 'When did the bridge open?',
  text: citation.quote,
  confidence: 0.94,
  sentences: [{ text: citation.quote, citationNumbers: [1] }],
  citations: [citation],
};

function answerMarkup(shown: Answer): string {
  return renderToStaticMarkup(
    <Provider>
      <AnswerView answer={shown} />
    </Provider>,
  );
}

describe('AnswerView', () => {
  test('numbers each citation with a link to the quote in its article', () => {
    expect(answerMarkup(answer)).toMatch(
      /<a [^>]*aria-label="Citation 1: A bridge opens"[^>]*href="\/article\/news\/bridge%20%232.md\?start=40&amp;end=66&amp;answerStart=58&amp;answerEnd=65"[^>]*>1<\/a>/,
    );
  });

  test('sets off the words that answer', () => {
    expect(answerMarkup(answer)).toContain('The bridge opened <strong>in June</strong>.');
  });

  test('says in words how sure it is', () => {
    expect(answerMarkup(answer)).toContain('Very sure: about 94 in 100 such answers are right.');
  });

  test('shows the quote of a citation that no sentence reads', () => {
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
  const noAnswer: NoAnswer = {
    __typename: 'NoAnswer',
    question: 'Who paid?',
    interpretedQuestion: 'Who paid?',
    reason: 'NOT_IN_ARTICLES',
    confidence: 0.12,
    threshold: 0.5,
    nearest: [
      {
        highlights: [{ start: 44, end: 50 }],
        passage: { id: 'p', text: citation.quote, start: 40, end: 66, article },
      },
    ],
  };

  test('is a region of that name', () => {
    const markup = renderToStaticMarkup(<NoAnswerView noAnswer={noAnswer} />);
    const id = /<section aria-labelledby="([^"]+)"/.exec(markup)?.[1];
    expect(markup).toContain(`<h3 id="${id}" class="font-serif text-xl">No answer in these articles</h3>`);
  });

  test('links each nearest passage to its place', () => {
    const markup = renderToStaticMarkup(<NoAnswerView noAnswer={noAnswer} />);
    expect(markup).toContain('href="/article/news/bridge%20%232.md?start=40&amp;end=66"');
    expect(markup).toContain('The <span class="text-ink">bridge</span> opened');
  });

  test.each(Object.keys(NO_ANSWER_REASONS) as NoAnswer['reason'][])('says why for %s', (reason) => {
    const markup = renderToStaticMarkup(<NoAnswerView noAnswer={{ ...noAnswer, reason }} />);
    expect(markup).toContain(NO_ANSWER_REASONS[reason]);
  });
});
