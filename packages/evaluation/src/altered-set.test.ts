import { expect, it } from 'vitest';
import { addChangedQuestions, hideDocuments } from './altered-set.ts';
import type { LabelledSet } from './labelled-set.ts';

const SET: LabelledSet = {
  documents: [
    { id: 'a', title: null, text: 'The mill burned in 2019.' },
    { id: 'b', title: null, text: 'The library reopened in 2021.' },
  ],
  questions: ['a', 'b'].map((id) => ({
    id,
    text: id === 'a' ? 'What burned in 2019?' : 'What reopened in 2021?',
    relevant: new Map([[id, 1]]),
    answers: [id === 'a' ? 'The mill' : 'The library'],
    answerStarts: [0],
    answerDocument: id,
    isImpossible: false,
  })),
};

it('takes a question for unanswerable when its document is hidden', () => {
  const { documents, questions } = hideDocuments(SET);
  expect(documents.map(({ id }) => id)).toEqual(['a']);
  expect(questions.map(({ isImpossible, relevant }) => [isImpossible, relevant.size])).toEqual([
    [false, 1],
    [true, 0],
  ]);
});

it('adds changed questions as unanswerable ones beside those as they are', () => {
  const { questions } = addChangedQuestions(SET);
  expect(questions.slice(0, 2)).toEqual(SET.questions);
  expect(questions.length).toBeGreaterThan(2);
  for (const question of questions.slice(2)) expect(question.isImpossible).toBe(true);
});
