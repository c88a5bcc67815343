import { describe, expect, test } from 'vitest';
import { newTurn, type Turn } from '../conversation/conversation.ts';
import { answered, refused } from '../conversation/turn-fixtures.ts';
import { conversationName, matchingSummaries, mergeTurns, summaryOf } from './conversation-record.ts';

function turn(id: string, rest: Partial<Turn> = {}): Turn {
  return { ...newTurn(id), id, outcome: refused, ...rest };
}

describe('mergeTurns', () => {
  test('loses no turn of either tab', () => {
    const merged = mergeTurns([turn('a'), turn('b')], [turn('a'), turn('c')]);
    expect(merged.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('takes of a turn that both have the one asked last', () => {
    const early = turn('a', { askedAt: '2024-01-01T00:00:00.000Z' });
    const late = turn('a', { askedAt: '2024-01-02T00:00:00.000Z', outcome: answered('Here.') });
    expect(mergeTurns([early], [late])).toEqual([late]);
    expect(mergeTurns([late], [early])).toEqual([late]);
  });

  test('takes what is still being asked as stopped', () => {
    expect(mergeTurns([], [newTurn('Who?')])[0]?.outcome).toEqual({ kind: 'stopped' });
  });
});

describe('conversationName', () => {
  test('is the first question until the conversation is renamed', () => {
    const summary = summaryOf({ id: 'x', name: null, turns: [turn('Who?'), turn('Where?')] });
    expect(conversationName(summary)).toBe('Who?');
    expect(conversationName({ ...summary, name: 'Bridges' })).toBe('Bridges');
  });
});

describe('matchingSummaries', () => {
  const bridges = { id: '1', name: 'Bridges', questions: ['Who built it?'], updatedAt: '2024-01-01' };
  const choirs = { id: '2', name: null, questions: ['Who sang?'], updatedAt: '2024-01-02' };

  test('has the newest first', () => {
    expect(matchingSummaries([bridges, choirs], '')).toEqual([choirs, bridges]);
  });

  test('finds all words, in name and questions, without regard to case', () => {
    expect(matchingSummaries([bridges, choirs], 'WHO bridge')).toEqual([bridges]);
  });
});
