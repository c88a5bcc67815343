import { describe, expect, it } from 'vitest';
import { interpretQuestion } from './interpret-question.ts';

function after(question: string, ...before: string[]): string {
  return interpretQuestion(
    question,
    before.map((turn) => ({ question: turn })),
  ).question;
}

describe('interpretQuestion', () => {
  it('leaves a question that stands on its own as it is', () => {
    expect(after('Where is Kazan?', 'When did Putin and Xi first meet?')).toBe('Where is Kazan?');
  });

  it('puts the names asked about before in the place of a pronoun', () => {
    expect(after('Where did they meet?', 'When did Putin and Xi first meet?')).toBe(
      'Where did Putin and Xi meet?',
    );
    expect(after('What was his reply?', 'What did Vladimir Putin promise?')).toBe(
      'What was Vladimir Putin’s reply?',
    );
  });

  it('takes no word for a name that only begins a sentence', () => {
    expect(after('How old is she?', 'I like chess. Who won the title?')).not.toContain('is Who');
  });

  it('puts a lone year in the place of the year before', () => {
    expect(after('And in 2022?', 'How much was trade worth in 2023?')).toBe(
      'How much was trade worth in 2022?',
    );
  });

  it('adds the words of the question before to an ellipsis', () => {
    expect(after('Why?', 'Did exports of gas rise?')).toBe('Why? (exports gas rise)');
  });

  it('carries the subject over several turns', () => {
    expect(after('And in 2021?', 'How much was trade worth in 2023?', 'And in 2022?')).toBe(
      'How much was trade worth in 2021?',
    );
  });

  it.each([
    'When did they first meet?',
    'What did he say about it?',
    'Why?',
    'And in 2022?',
    'What about that?',
    '  And in 2022?',
    'How long?',
  ])('says that "%s" needs context when nothing was asked before', (question) => {
    expect(interpretQuestion(question).needsContext).toBe(true);
  });

  it.each([
    'Why did Putin say that he would visit Beijing?',
    'How long is the border?',
    'What is the Shanghai Cooperation Organization?',
    'where is kazan',
    'when was the treaty of friendship signed and who signed it',
    'Is it true that trade in roubles rose?',
  ])('takes "%s" as it is', (question) => {
    expect(interpretQuestion(question).needsContext).toBe(false);
  });
});
