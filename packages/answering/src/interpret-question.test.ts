import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpretQuestion, MAX_TURNS } from './interpret-question.ts';

function after(question: string, ...before: (string | [question: string, answer: string])[]): string {
  const history = before.map((turn) =>
    typeof turn === 'string' ? { question: turn } : { question: turn[0], answer: turn[1] },
  );
  return interpretQuestion(question, history).questions.join(' ');
}

describe('interpretQuestion, of what came before', () => {
  it('leaves a question that stands on its own as it is', () => {
    expect(after('Where is Kazan?', 'When did Putin and Xi first meet?')).toBe('Where is Kazan?');
  });

  it.each([
    ['And who won the cup in 1998?', 'How high is the tower?'],
    ['Why did Ann say that she would visit Oslo?', 'Who is Bo?'],
  ])('leaves a whole new question alone: %s', (question, before) => {
    expect(after(question, before)).toBe(question);
  });

  it('puts the names asked about before in the place of a pronoun', () => {
    expect(after('Where did they meet?', 'When did Putin and Xi first meet?')).toBe(
      'Where did Putin and Xi meet?',
    );
    expect(after('What was his reply?', 'What did Vladimir Putin promise?')).toBe(
      'What was Vladimir Putin’s reply?',
    );
  });

  it('puts the name that was answered in the place of a pronoun', () => {
    expect(
      after('When did he travel to Oslo?', [
        'Who is the head of Gasco?',
        'Ivo Marn, the head of Gasco, left.',
      ]),
    ).toBe('When did Ivo Marn travel to Oslo?');
  });

  it('takes no word for a name that only opens the sentence of an answer', () => {
    expect(
      after('What did she find?', [
        'Who led the inquiry?',
        'The inquiry, led by Judge Ada Marn, found faults. In May it ended.',
      ]),
    ).toBe('What did Judge Ada Marn find?');
  });

  it('takes a person for the one that is spoken of, and not whose they are', () => {
    expect(
      after('What did she say?', [
        'Who called the strike reckless?',
        'Gasco’s head, Ada Marn, called it reckless.',
      ]),
    ).toBe('What did Ada Marn say?');
  });

  it.each([
    ['How much was trade that year?', 'What did Ann say of Oslo in 2019?', 'How much was trade in 2019?'],
    ['Who else met that month?', 'Who met in May 2019?', 'Who else met in May 2019?'],
    ['What did she sign that day?', 'What did Ann sell on 3 May 2019?', 'What did Ann sign on 3 May 2019?'],
    ['What was the budget that year?', 'What did Ann say?', 'What was the budget that year?'],
    ['What was in that year’s budget?', 'What did Ann sell in 2019?', 'What was in that year’s budget?'],
  ])('puts a date said before in its place: %s after %s', (question, before, asked) => {
    expect(after(question, before)).toBe(asked);
  });

  it('takes the date from an answer, where the question had none', () => {
    expect(after('What was trade in that year?', ['When did they meet?', 'They met in March 2013.'])).toBe(
      'What was trade in 2013?',
    );
  });

  it('puts the date of one question into the next of the same sentence', () => {
    const { questions } = interpretQuestion(
      'What did Ann say about Oslo in 2022 and how much was trade that year?',
    );
    expect(questions).toEqual(['What did Ann say about Oslo in 2022?', 'How much was trade in 2022?']);
  });

  it('understands a pronoun beside another name', () => {
    expect(after('Did he thank Xi?', 'What did Vladimir Putin promise?')).toBe(
      'Did Vladimir Putin thank Xi?',
    );
  });

  it('puts the thing asked about in the place of "it"', () => {
    expect(after('When was it closed?', 'How long is the railway bridge?')).toBe(
      'When was the railway bridge closed?',
    );
  });

  it('takes no word for a name that only begins a sentence', () => {
    expect(after('How old is she?', 'I like chess. Who won the title?')).not.toContain('is Who');
  });

  it.each(['And in 2022?', 'What about 2022?', '2022?'])(
    'puts a lone year in the place of the year before: %s',
    (year) => {
      expect(after(year, 'How much was trade worth in 2023?')).toBe('How much was trade worth in 2022?');
    },
  );

  it('adds a year to a question that had none', () => {
    expect(after('And in 2022?', 'How much was trade worth?')).toBe('How much was trade worth in 2022?');
  });

  it('puts another thing of the same kind in the place of the first', () => {
    expect(after('What about the road bridge?', 'How long is the railway bridge?')).toBe(
      'How long is the road bridge?',
    );
  });

  it.each([
    ['Why?', 'Did exports of gas rise?', 'Why did exports of gas rise?'],
    ['why?', 'When did the library reopen?', 'Why did the library reopen?'],
    ['And where?', 'When was the treaty signed?', 'Where was the treaty signed?'],
    ['Who else?', 'Who took part in the strike?', 'Who else took part in the strike?'],
    ['Why?', 'Who resigned?', 'Who resigned, and why?'],
  ])('reads "%s" after "%s" as a person would', (question, before, whole) => {
    expect(after(question, before)).toBe(whole);
  });

  it('carries the subject over several turns', () => {
    expect(after('And in 2021?', 'How much was trade worth in 2023?', 'And in 2022?')).toBe(
      'How much was trade worth in 2021?',
    );
  });

  it('takes an earlier question without words for none', () => {
    expect(interpretQuestion('Why?', [{ question: ' ?! ' }]).needsContext).toBe(true);
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

describe('interpretQuestion, of several sentences', () => {
  it('leaves out what is only said beside the question', () => {
    expect(after('I am writing an essay on energy. Who is the head of Gasco?')).toBe(
      'Who is the head of Gasco?',
    );
  });

  it('understands a pronoun by what was said just before', () => {
    expect(after('I read about Ivo Marn. When did he resign?')).toBe('When did Ivo Marn resign?');
  });

  it.each([
    'Who is the head of Gasco? How long does the contract run?',
    'Who is the head of Gasco and how long does the contract run?',
  ])('parts two questions: %s', (question) => {
    expect(interpretQuestion(question).questions).toEqual([
      'Who is the head of Gasco?',
      'How long does the contract run?',
    ]);
  });

  it('parts two things that are asked of one', () => {
    expect(
      interpretQuestion('When and where was the treaty signed, and what is it worth?').questions,
    ).toEqual(['When was the treaty signed?', 'Where was the treaty signed?', 'What is the treaty worth?']);
    expect(interpretQuestion('Who wrote the treaty, and who paid the lawyers?').questions).toHaveLength(2);
  });

  it('does not part what one person is said to do', () => {
    const question = 'Who wrote and signed the treaty?';
    expect(interpretQuestion(question).questions).toEqual([question]);
  });
});

it('asks something, whatever was typed and came before', () => {
  const words = fc.array(
    fc.constantFrom('and', 'Why', '2021', 'he', 'it', 'Ann', 'the bridge', 'did', 'open', '?', '.', 'who'),
  );
  const text = words.map((parts) => `x ${parts.join(' ')}`);
  fc.assert(
    fc.property(text, text, (question, before) => {
      const { questions } = interpretQuestion(question, [{ question: before, answer: before }]);
      expect(questions.length).toBeGreaterThan(0);
      expect(questions.every((one) => one.trim() !== '')).toBe(true);
    }),
  );
});

describe('interpretQuestion, of a conversation of any length', () => {
  it('reads the last turns, and of each as much as may be asked', () => {
    const turn = 'What did Vladimir Putin promise?';
    const others = Array.from({ length: MAX_TURNS }, () => '…');
    expect(after('What was his reply?', ...others.slice(1), turn)).toContain('Vladimir Putin');
    expect(after('What was his reply?', turn, ...others)).toBe('What was his reply?');
  });

  it('takes no longer for longer ones', () => {
    const long = 'a b '.repeat(60_000);
    const start = performance.now();
    after('Why did it?', ...Array.from({ length: 2_000 }, () => 'What about that?'), long, [long, long]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
