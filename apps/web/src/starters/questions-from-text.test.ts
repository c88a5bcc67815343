import { expect, it } from 'vitest';
import { questionsFromText } from './questions-from-text.ts';

it.each([
  ['Ada Berg, the head of the port, left.', 'Who is Ada Berg?'],
  ['The harbour bridge opened in June.', 'When did the harbour bridge open?'],
  ['On Monday Nordbank announced a loss.', 'What did Nordbank announce?'],
])('of “%s” can be asked “%s”', (text, question) => {
  expect(questionsFromText(text)).toContain(question);
});

it.each(['He announced a loss.', 'It opened in June.', 'Nothing of note was said.'])(
  '“%s” names nobody to ask about',
  (text) => {
    expect(questionsFromText(text)).toEqual([]);
  },
);
