import { beforeEach, describe, expect, it } from 'vitest';
import { NO_FILTER } from '../address/filter.ts';
import { NotKeptError } from '../kept/kept-conversations.ts';
import type { AskRequest } from './ask-subscription.ts';
import type { Outcome, Turn } from './conversation.ts';
import { ConversationStore } from './conversation-store.ts';
import { answered } from './turn-fixtures.ts';

let asked: AskRequest[];
let answer: (outcome: Outcome) => void;
let stopped: number;
let records: Map<string, readonly Turn[]>;
let keepProblem: NotKeptError | null;
let store: ConversationStore;

beforeEach(() => {
  asked = [];
  stopped = 0;
  records = new Map();
  keepProblem = null;
  store = new ConversationStore({
    kept: {
      read: async (id) => {
        const turns = records.get(id);
        return turns && { id, name: null, turns };
      },
      keep: async ({ id, turns }) => {
        if (keepProblem !== null) throw keepProblem;
        records.set(id, turns);
      },
      subscribe: () => () => undefined,
    },
    ask: (request, onOutcome) => {
      asked.push(request);
      answer = onOutcome;
      return () => {
        stopped += 1;
      };
    },
  });
});

function outcomes(): string[] {
  return store.current().turns.map(({ outcome }) => outcome.kind);
}

describe('ConversationStore', () => {
  it('keeps a question from the moment it is asked, and its answer', () => {
    store.ask('c', 'Who?', NO_FILTER);
    expect(records.get('c')?.map(({ question }) => question)).toEqual(['Who?']);
    answer(answered('She.'));
    expect(records.get('c')?.[0]?.outcome).toEqual(answered('She.'));
  });

  it('asks a follow-up with what was answered before', () => {
    store.ask('c', 'Who?', NO_FILTER);
    answer(answered('She.'));
    store.ask('c', 'Where?', NO_FILTER);
    expect(asked[1]?.history).toEqual([{ question: 'Who?', answer: 'She.' }]);
  });

  it('asks a turn again with what stood before it only', () => {
    store.ask('c', 'Who?', NO_FILTER);
    answer(answered('She.'));
    store.askAgain(store.current().turns[0]!.id, { question: 'Who then?' });
    expect(asked[1]).toEqual({ question: 'Who then?', filter: NO_FILTER, history: [] });
    expect(outcomes()).toEqual(['asking']);
  });

  it('stops the question before when another is asked', () => {
    store.ask('c', 'Who?', NO_FILTER);
    store.ask('c', 'Where?', NO_FILTER);
    expect(stopped).toBe(1);
    expect(outcomes()).toEqual(['stopped', 'asking']);
  });

  it('opens a kept conversation, and says of another that it is not kept', async () => {
    store.ask('c', 'Who?', NO_FILTER);
    answer(answered('She.'));
    store.close();
    expect(await store.open('c')).toBe(true);
    expect(outcomes()).toEqual(['result']);
    expect(await store.open('other')).toBe(false);
  });

  it('tells that the storage is full until there is room again', async () => {
    keepProblem = new NotKeptError(new DOMException('full', 'QuotaExceededError'));
    store.ask('c', 'Who?', NO_FILTER);
    await expect.poll(() => store.current().keepingProblem).toBe('full');
    keepProblem = null;
    answer(answered('She.'));
    await expect.poll(() => store.current().keepingProblem).toBeNull();
  });
});
