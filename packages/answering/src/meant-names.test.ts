import { expect, it } from 'vitest';
import { meantWords, questionMeant } from './meant-names.ts';

const TEXTS = ['Minister Viktor Orlin spoke in Loburgstadt with Xu Jinlan.'];

function meant(question: string, written: string, stem: string) {
  const start = question.indexOf(written);
  return meantWords({ question, respellings: [{ start, end: start + written.length, stem }], texts: TEXTS });
}

it.each([
  {
    question: 'What was said in Oburgstadt?',
    written: 'Oburgstadt',
    stem: 'loburgstadt',
    expected: 'What was said in Loburgstadt?',
  },
  {
    question: 'Where did Viktor Orlim speak?',
    written: 'Orlim',
    stem: 'orlin',
    expected: 'Where did Viktor Orlin speak?',
  },
  {
    question: 'Where did Xu Jinlam speak?',
    written: 'Jinlam',
    stem: 'jinlan',
    expected: 'Where did Xu Jinlan speak?',
  },
])('reads "$question" as it is clearly meant', ({ question, written, stem, expected }) => {
  expect(questionMeant(question, meant(question, written, stem))).toBe(expected);
});

it('does not take a short name alone for another, but tells of it', () => {
  const question = 'Where did Orlim speak?';
  const words = meant(question, 'Orlim', 'orlin');
  expect(words).toMatchObject([{ written: 'Orlim', meant: 'Orlin', isClear: false }]);
  expect(questionMeant(question, words)).toBeNull();
});

it('takes no small word for a name beside it', () => {
  const question = 'What is The Orlim?';
  const words = meantWords({
    question,
    respellings: [{ start: 12, end: 17, stem: 'orlin' }],
    texts: ['The Orlin is a river.'],
  });
  expect(questionMeant(question, words)).toBeNull();
});

it('does not take a name for another beside other words', () => {
  const question = 'Where did Nils Orlim speak?';
  expect(questionMeant(question, meant(question, 'Orlim', 'orlin'))).toBeNull();
});
