import { expect, it } from 'vitest';
import { compareEvaluations, type Evaluation, reportEvaluation } from './evaluate.ts';
import { markdownReport, table } from './markdown-report.ts';

const ranked = (ndcg10: number) => ({ ndcg10, recall5: 1, recall10: 1, mrr10: ndcg10, success5: 1 });
const evaluation: Evaluation = {
  rankings: { HYBRID: [ranked(1), ranked(0.5)], SEMANTIC: [ranked(0.5)], LEXICAL: [ranked(0), ranked(0)] },
  outcomes: [
    {
      question: {
        id: 'q',
        text: 'Who | what?',
        relevant: new Map(),
        answers: ['x'],
        answerStarts: [],
        answerDocument: 'a',
        isImpossible: false,
      },
      answerable: true,
      answered: false,
      confidence: 0.2,
      threshold: 0.5,
      found: true,
      bestQuote: 'x is\nright',
      bestHolds: true,
      firstHolds: false,
      anyHolds: false,
      exactSpan: null,
    },
  ],
};

it('has figures with intervals, what goes wrong with examples, and the comparison', () => {
  const comparison = compareEvaluations([evaluation, evaluation], ['HYBRID', 'LEXICAL']);
  const text = markdownReport(reportEvaluation(evaluation), {
    title: 'Measured',
    about: ['All questions.'],
    comparison: { setting: 'mode=lexical', comparison },
  });
  expect(text).toMatch(/^# Measured\n/u);
  expect(text).toMatch(/\| hybrid \| 0\.750 \[0\.500, 1\.000\] \|/u);
  expect(text).toContain('| the right sentence was not trusted | 1 | 1 answerable | 0 |');
  expect(text).toContain('| Who \\| what? | “x is right” | 0.20 |');
  expect(text).toMatch(/\| nDCG@10 \| 0\.750 \| 0\.000 \| −0\.750 \[−1\.000, −0\.500\] \|/u);
});

it('keeps each row of a table on its line', () => {
  expect(table(['a'], [['b\n| c']])).toEqual(['| a |', '|---|', '| b \\| c |']);
});
