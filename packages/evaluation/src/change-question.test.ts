import { describe, expect, it } from 'vitest';
import { createQuestionChanger } from './change-question.ts';
import type { Change } from './changes.ts';
import type { LabelledQuestion } from './labelled-set.ts';

const DOCUMENTS = [
  {
    id: 'a',
    title: null,
    text: 'In 2019 the town of Elmet sold 300 trees to Corrow. The town of Elmet was first. Then Corrow defeated Elmet.',
  },
  { id: 'b', title: null, text: 'The river Tarn flows by Loburg, and by Loburg the Tarn is wide.' },
];
const changer = createQuestionChanger(DOCUMENTS);

function changed(text: string, change: Change): string | undefined {
  const question: LabelledQuestion = {
    id: text,
    text,
    relevant: new Map(),
    answers: ['trees'],
    answerStarts: [],
    answerDocument: 'a',
    isImpossible: false,
  };
  return changer.changesOf(question).find((one) => one.change === change)?.question;
}

describe('createQuestionChanger', () => {
  it('puts another year, figure or name in', () => {
    expect(changed('What did Elmet sell in 2019?', 'YEAR')).toMatch(/^What did Elmet sell in \d{4}\?$/u);
    expect(changed('Who bought 300 trees?', 'NUMBER')).toMatch(/^Who bought (?!300)\d+ trees\?$/u);
    expect(changed('What did Elmet sell?', 'NAME')).toBe('What did Corrow sell?');
  });

  it('lets two names change places', () => {
    expect(changed('When did Corrow defeat Elmet?', 'ROLE')).toBe('When did Elmet defeat Corrow?');
  });

  it('denies, and says the opposite', () => {
    expect(changed('Which town was first?', 'NEGATION')).toBe('Which town was not first?');
    expect(changed('Which town was first?', 'OPPOSITE')).toBe('Which town was last?');
  });

  it('leaves out a change that does not apply', () => {
    expect(changed('Which trees were sold?', 'YEAR')).toBeUndefined();
  });

  it.each([
    ['Corrow is small, and by the sea.', ['When did Corrow sell trees?']],
    ['Corrow sold trees, too.', []],
  ])('leaves out a question that its own document answers as well: %s', (sentence, wanted) => {
    const document = { id: 'a', title: null, text: `Elmet sold trees in 2019. ${sentence}` };
    const question: LabelledQuestion = {
      id: 'q',
      text: 'When did Elmet sell trees?',
      relevant: new Map(),
      answers: ['2019'],
      answerStarts: [],
      answerDocument: 'a',
      isImpossible: false,
    };
    const changes = createQuestionChanger([document]).changesOf(question);
    const named = changes.filter(({ change }) => change === 'NAME');
    expect(named.map((one) => one.question)).toEqual(wanted);
  });

  it('leaves out a question that another document may answer', () => {
    const twin = createQuestionChanger([
      ...DOCUMENTS,
      { id: 'c', title: null, text: 'Elmet was last of all.' },
    ]);
    const question = {
      id: 'q',
      text: 'Where was Elmet in 2019?',
      relevant: new Map(),
      answers: [],
      answerStarts: [],
      answerDocument: 'a',
      isImpossible: false,
    };
    const [year] = twin.changesOf(question).filter(({ change }) => change === 'YEAR');
    const given = /\d{4}/u.exec(year?.question ?? '')?.[0];
    const telling = { id: 'd', title: null, text: `In ${given} Elmet was in the plain.` };
    const again = createQuestionChanger([...DOCUMENTS, telling]).changesOf(question);
    expect(again.filter(({ change }) => change === 'YEAR')).toEqual([]);
  });
});
