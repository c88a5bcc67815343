import { describe, expect, it } from 'vitest';
import { reportAnswers, reportRefusal } from './answer-reports.ts';
import type { Outcome } from './ask-questions.ts';
import { failuresOf } from './failures.ts';
import type { LabelledQuestion } from './labelled-set.ts';

const question: LabelledQuestion = {
  id: 'q',
  text: 'Who rebuilt the oven?',
  relevant: new Map(),
  answers: ['Tomas Reed'],
  answerStarts: [],
  answerDocument: 'a',
  isImpossible: false,
};

function outcome(fields: Partial<Outcome> = {}): Outcome {
  const { answered = true, bestHolds = true, answerable = true } = fields;
  return {
    question,
    confidence: answered ? 0.8 : 0.2,
    threshold: 0.5,
    found: true,
    bestQuote: 'Tomas Reed rebuilt it.',
    firstHolds: answered && bestHolds,
    anyHolds: answered && bestHolds,
    exactSpan: null,
    ...fields,
    answered,
    bestHolds,
    answerable,
  };
}

const hidden = (fields: Partial<Outcome> = {}) =>
  outcome({
    question: { ...question, isImpossible: true, alteration: 'HIDDEN' },
    answerable: false,
    answered: false,
    bestHolds: false,
    ...fields,
  });

describe('the report of answers', () => {
  it('counts a refused question as a miss, and tells what it would have been', () => {
    const report = reportAnswers([outcome(), outcome({ answered: false })]);
    expect(report).toMatchObject({ questions: 2, answered: 1, firstQuote: 0.5, firstQuoteNeverRefusing: 1 });
  });

  it('is not certain of a share because all questions came out alike', () => {
    const report = reportAnswers([outcome(), outcome({ answered: false })]);
    const [low, high] = report?.intervals.firstQuoteNeverRefusing ?? [];
    expect(low).toBeCloseTo(2 / (2 + 1.96 ** 2), 3);
    expect(high).toBe(1);
  });
});

describe('the report of refusals', () => {
  it('holds confidence against what came of every question, refused ones included', () => {
    const report = reportRefusal([outcome(), outcome({ answered: false }), hidden()]);
    const filled = report?.reliability.filter(({ forecasts }) => forecasts > 0);
    expect(filled).toEqual([
      { from: 0.2, to: 0.3, forecasts: 2, probability: 0.2, cameTrue: 0.5 },
      { from: 0.8, to: 0.9, forecasts: 1, probability: 0.8, cameTrue: 1 },
    ]);
    expect(report?.calibrationError).toBeCloseTo((2 * 0.3 + 0.2) / 3);
  });

  it('leaves out a hidden question that another document may answer', () => {
    const report = reportRefusal([outcome(), hidden({ answered: true, bestHolds: true })]);
    expect(report).toMatchObject({ doubtful: 1, unanswerable: { answered: 0, refused: 0 } });
  });
});

describe('what goes wrong', () => {
  it('is told apart by where it went wrong', () => {
    const failures = failuresOf([
      outcome(),
      outcome({ answered: false }),
      outcome({ bestHolds: false }),
      outcome({ bestHolds: false, found: false, answered: false }),
      hidden({ answered: true, confidence: 0.9 }),
      hidden(),
    ]);
    expect(
      failures.map(({ kind, times, questions, answered }) => [kind, times, questions, answered]),
    ).toEqual([
      ['NOT_FOUND', 1, 4, 0],
      ['ANOTHER_SENTENCE', 1, 4, 1],
      ['WITHHELD', 1, 4, 0],
      ['HIDDEN', 1, 2, 1],
    ]);
    expect(failures.at(-1)?.examples[0]).toMatchObject({ confidence: 0.9, question: question.text });
  });
});
