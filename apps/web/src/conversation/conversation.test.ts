import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../address/filter.ts';
import { newTurn, type Outcome, standaloneQuestion, type Turn, turnsAfter } from './conversation.ts';
import { conversationHistory } from './conversation-history.ts';
import { answered, refused } from './turn-fixtures.ts';

const problem = { code: 'API_UNREACHABLE', message: 'Start it.' };
const failed: Outcome = { kind: 'failed', problem };

function turn(question: string, outcome: Outcome): Turn {
  return { id: question, question, filter: NO_FILTER, askedAt: '2024-05-06T07:08:09.000Z', outcome };
}

describe('turnsAfter', () => {
  const first = turn('Who?', refused);

  it('a question has it at the end', () => {
    const asked = newTurn('Where?');
    expect(turnsAfter([first], { type: 'asked', turn: asked })).toEqual([first, asked]);
  });

  it('an update has the turn that is being asked updated', () => {
    const asked = newTurn('Who?');
    const turns = turnsAfter([asked], { type: 'updated', id: asked.id, outcome: failed });
    expect(turns).toEqual([{ ...asked, outcome: failed }]);
  });

  it('an update that comes late leaves a settled turn as it is', () => {
    const settled = [turn('Who?', { kind: 'stopped' })];
    expect(turnsAfter(settled, { type: 'updated', id: 'Who?', outcome: answered('Late.') })).toEqual(settled);
  });

  it('one asked again has that turn in its place and the others untouched', () => {
    const second = turn('Where?', refused);
    const again = { ...newTurn('Who then?'), id: first.id };
    expect(turnsAfter([first, second], { type: 'asked-again', turn: again })).toEqual([again, second]);
  });
});

describe('standaloneQuestion', () => {
  it('is the last question as it was understood', () => {
    const understood = answered('Here.', 'Where did she sing?');
    expect(standaloneQuestion([turn('Who?', refused), turn('Where?', understood)])).toBe(
      'Where did she sing?',
    );
  });

  it('is the question as asked until it is answered', () => {
    expect(standaloneQuestion([turn('Where?', failed)])).toBe('Where?');
  });
});

describe('conversationHistory', () => {
  it('tells what was answered, and what was not', () => {
    const turns = [turn('Who?', answered('She.')), turn('Where?', refused)];
    expect(conversationHistory(turns)).toEqual([
      { question: 'Who?', answer: 'She.' },
      { question: 'Where?', answer: null },
    ]);
  });

  it('leaves out what failed or was stopped', () => {
    expect(conversationHistory([turn('Who?', failed), turn('Where?', { kind: 'stopped' })])).toEqual([]);
  });

  it('keeps the latest turns of a long conversation, in their order', () => {
    const turns = Array.from({ length: 30 }, (_, index) => turn(`${index}`, refused));
    const history = conversationHistory(turns);
    expect(history.map(({ question }) => question)).toEqual(turns.slice(-10).map(({ question }) => question));
  });
});
