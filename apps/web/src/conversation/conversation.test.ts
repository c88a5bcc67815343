import { describe, expect, test } from 'vitest';
import { conversationReducer, type Outcome, type Turn } from './conversation.ts';
import { conversationHistory } from './conversation-history.ts';
import { keepConversation, keptConversation } from './kept-conversation.ts';

const problem = { code: 'API_UNREACHABLE', message: 'Start it.' };
const asking: Outcome = { kind: 'asking', stage: null, passages: null };
const failed: Outcome = { kind: 'failed', problem };

function answered(text: string): Outcome {
  const result = {
    __typename: 'Answer',
    question: '',
    interpretedQuestion: '',
    text,
    confidence: 0.9,
  } as const;
  return { kind: 'result', result: { ...result, sentences: [], citations: [] } };
}

const refused: Outcome = {
  kind: 'result',
  result: {
    __typename: 'NoAnswer',
    question: '',
    interpretedQuestion: '',
    reason: 'NOT_IN_ARTICLES',
    confidence: 0.1,
    threshold: 0.5,
    nearest: [],
  },
};

describe('conversationReducer', () => {
  test('adds what is asked at the end', () => {
    const turns = conversationReducer([{ question: 'Who?', outcome: refused }], {
      type: 'asked',
      question: 'Where?',
    });
    expect(turns).toEqual([
      { question: 'Who?', outcome: refused },
      { question: 'Where?', outcome: asking },
    ]);
  });

  test('updates the turn that is being asked', () => {
    const turns = conversationReducer([{ question: 'Who?', outcome: asking }], {
      type: 'updated',
      turn: 0,
      outcome: failed,
    });
    expect(turns).toEqual([{ question: 'Who?', outcome: failed }]);
  });

  test('leaves a turn that is settled as it is', () => {
    const settled: Turn[] = [{ question: 'Who?', outcome: { kind: 'stopped' } }];
    const turns = conversationReducer(settled, { type: 'updated', turn: 0, outcome: answered('Late.') });
    expect(turns).toEqual(settled);
  });

  test('asks one turn again and leaves the others', () => {
    const before: Turn[] = [
      { question: 'Who?', outcome: failed },
      { question: 'Where?', outcome: refused },
    ];
    expect(conversationReducer(before, { type: 'asked-again', turn: 0 })).toEqual([
      { question: 'Who?', outcome: asking },
      before[1],
    ]);
  });
});

describe('conversationHistory', () => {
  test('tells what was answered, and what was not', () => {
    const turns: Turn[] = [
      { question: 'Who?', outcome: answered('She.') },
      { question: 'Where?', outcome: refused },
    ];
    expect(conversationHistory(turns)).toEqual([
      { question: 'Who?', answer: 'She.' },
      { question: 'Where?', answer: null },
    ]);
  });

  test('leaves out what failed or was stopped', () => {
    const turns: Turn[] = [
      { question: 'Who?', outcome: failed },
      { question: 'Where?', outcome: { kind: 'stopped' } },
    ];
    expect(conversationHistory(turns)).toEqual([]);
  });

  test('keeps the latest turns of a long conversation, in their order', () => {
    const turns = Array.from(
      { length: 30 },
      (_, index): Turn => ({ question: `${index}`, outcome: refused }),
    );
    const history = conversationHistory(turns);
    expect(history.map((turn) => turn.question)).toEqual(turns.slice(-10).map((turn) => turn.question));
  });
});

describe('keptConversation', () => {
  function memory() {
    const items = new Map<string, string>();
    return {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
    };
  }

  test('gives back what was kept', () => {
    const storage = memory();
    const turns: Turn[] = [{ question: 'Who?', outcome: answered('She.') }];
    keepConversation(turns, storage);
    expect(keptConversation(storage)).toEqual(turns);
  });

  test('is empty where nothing was kept', () => {
    expect(keptConversation(memory())).toEqual([]);
  });

  test('is empty where the browser keeps nothing', () => {
    keepConversation([{ question: 'Who?', outcome: asking }], null);
    expect(keptConversation(null)).toEqual([]);
  });

  test('takes what was still being asked as stopped', () => {
    const storage = memory();
    keepConversation([{ question: 'Who?', outcome: asking }], storage);
    expect(keptConversation(storage)).toEqual([{ question: 'Who?', outcome: { kind: 'stopped' } }]);
  });
});
