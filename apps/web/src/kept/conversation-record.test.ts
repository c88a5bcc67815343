import { describe, expect, it } from 'vitest';
import { newTurn, type Turn } from '../conversation/conversation.ts';
import { answered, refused } from '../conversation/turn-fixtures.ts';
import { conversationName, matchingSummaries, mergeTurns, summaryOf } from './conversation-record.ts';

function turn(id: string, rest: Partial<Turn> = {}): Turn {
  return { ...newTurn(id), id, outcome: refused, ...rest };
}

describe('mergeTurns', () => {
  it('loses no turn of either tab', () => {
    const merged = mergeTurns([turn('a'), turn('b')], [turn('a'), turn('c')]);
    expect(merged.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('takes of a turn that both have the one asked last', () => {
    const early = turn('a', { askedAt: '2024-01-01T00:00:00.000Z' });
    const late = turn('a', { askedAt: '2024-01-02T00:00:00.000Z', outcome: answered('Here.') });
    expect(mergeTurns([early], [late])).toEqual([late]);
    expect(mergeTurns([late], [early])).toEqual([late]);
  });

  it('takes what is still being asked as stopped', () => {
    expect(mergeTurns([], [newTurn('Who?')])[0]?.outcome).toEqual({ kind: 'stopped' });
  });
});

describe('conversationName', () => {
  it('is the first question until the conversation is renamed', () => {
    const summary = summaryOf({ id: 'x', name: null, turns: [turn('Who?'), turn('Where?')] });
    expect(conversationName(summary)).toBe('Who?');
    expect(conversationName({ ...summary, name: 'Bridges' })).toBe('Bridges');
  });
});

describe('matchingSummaries', () => {
  const bridges = { id: '1', name: 'Bridges', questions: ['Who built it?'], updatedAt: '2024-01-01' };
  const choirs = { id: '2', name: null, questions: ['Who sang?'], updatedAt: '2024-01-02' };

  it('has the newest first', () => {
    expect(matchingSummaries([bridges, choirs], '')).toEqual([choirs, bridges]);
  });

  it('finds all words, in name and questions, without regard to case', () => {
    expect(matchingSummaries([bridges, choirs], 'WHO bridge')).toEqual([bridges]);
  });
});
