import type { Filter } from '../address/filter.ts';
import type { KeepingProblem, KeptConversations } from '../kept/kept-conversations.ts';
import { NotKeptError } from '../kept/kept-conversations.ts';
import type { AskRequest } from './ask-subscription.ts';
import { type ConversationEvent, newTurn, type Outcome, type Turn, turnsAfter } from './conversation.ts';
import { conversationHistory } from './conversation-history.ts';

/** The conversation on the page. */
export interface OpenConversation {
  /** Null before the first question. */
  readonly id: string | null;
  readonly turns: readonly Turn[];
  /** Whether it is being read from what the browser keeps. */
  readonly isOpening: boolean;
  /** Why the browser does not keep what was last asked; null when it does. */
  readonly keepingProblem: KeepingProblem | null;
}

type Ask = (request: AskRequest, onOutcome: (outcome: Outcome) => void) => () => void;

interface Dependencies {
  readonly kept: Pick<KeptConversations, 'read' | 'keep' | 'subscribe'>;
  readonly ask: Ask;
}

/** None is open. */
export const NO_CONVERSATION: OpenConversation = {
  id: null,
  turns: [],
  isOpening: false,
  keepingProblem: null,
};

/**
 * The conversation on the page: asks, one question at a time, and keeps every turn. It lives as long as the tab's
 * page, so a question goes on being asked while the reader looks at the list of articles.
 */
export class ConversationStore {
  readonly #kept: Dependencies['kept'];
  readonly #ask: Ask;
  readonly #listeners = new Set<() => void>();
  #state: OpenConversation = NO_CONVERSATION;
  #asked: { readonly turn: string; readonly dispose: () => void } | null = null;

  constructor({ kept, ask }: Dependencies) {
    this.#kept = kept;
    this.#ask = ask;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    const leave = this.#kept.subscribe(() => void this.#readAgain());
    return () => {
      leave();
      this.#listeners.delete(listener);
    };
  };

  readonly current = (): OpenConversation => this.#state;

  /** Takes over what the server answered with the page. */
  adopt(id: string, turns: readonly Turn[]): void {
    this.stop();
    this.#set({ ...NO_CONVERSATION, id, turns });
    void this.#keep();
  }

  /** Opens a kept conversation; whether this browser keeps it. */
  async open(id: string): Promise<boolean> {
    if (this.#state.id === id) {
      return this.#state.isOpening || this.#state.turns.length > 0;
    }
    this.stop();
    this.#set({ ...NO_CONVERSATION, id, isOpening: true });
    const turns = await this.#read(id);
    if (this.#state.id === id && this.#state.isOpening) {
      this.#set({ ...this.#state, turns, isOpening: false });
    }
    return turns.length > 0;
  }

  /** Leaves the conversation, which stays kept. */
  close(): void {
    if (this.#state.id !== null) {
      this.stop();
      this.#set(NO_CONVERSATION);
    }
  }

  /** Asks; `id` is that of the conversation, which this question may begin. */
  ask(id: string, question: string, filter: Filter): void {
    this.stop();
    if (this.#state.id !== id) {
      this.#set({ ...NO_CONVERSATION, id });
    }
    const turn = newTurn(question, filter);
    this.#apply({ type: 'asked', turn });
    this.#subscribe(turn);
  }

  /** Asks a turn again, perhaps in other words or with another filter. */
  askAgain(id: string, change: { readonly question?: string; readonly filter?: Filter } = {}): void {
    const before = this.#state.turns.find((turn) => turn.id === id);
    if (before !== undefined) {
      this.stop();
      const turn = { ...newTurn(before.question, before.filter), ...change, id };
      this.#apply({ type: 'asked-again', turn });
      this.#subscribe(turn);
    }
  }

  stop(): void {
    if (this.#asked !== null) {
      const { dispose, turn } = this.#asked;
      this.#asked = null;
      dispose();
      this.#apply({ type: 'updated', id: turn, outcome: { kind: 'stopped' } });
      void this.#keep();
    }
  }

  #subscribe(turn: Turn): void {
    const before = this.#state.turns.slice(
      0,
      this.#state.turns.findIndex(({ id }) => id === turn.id),
    );
    const request = { question: turn.question, filter: turn.filter, history: conversationHistory(before) };
    const onOutcome = (outcome: Outcome): void => {
      this.#apply({ type: 'updated', id: turn.id, outcome });
      if (outcome.kind !== 'asking') {
        this.#asked = null;
        void this.#keep();
      }
    };
    this.#asked = { turn: turn.id, dispose: this.#ask(request, onOutcome) };
    void this.#keep();
  }

  async #read(id: string): Promise<readonly Turn[]> {
    try {
      return (await this.#kept.read(id))?.turns ?? [];
    } catch (error) {
      this.#couldNotKeep(error);
      return [];
    }
  }

  /** Another tab changed what is kept: its turns of this conversation are shown here too. */
  async #readAgain(): Promise<void> {
    const { id, isOpening } = this.#state;
    if (id === null || isOpening || this.#asked !== null) {
      return;
    }
    const turns = await this.#read(id);
    if (this.#state.id === id && this.#asked === null && turns.length > this.#state.turns.length) {
      this.#set({ ...this.#state, turns });
    }
  }

  async #keep(): Promise<void> {
    const { id, turns } = this.#state;
    if (id === null) {
      return;
    }
    try {
      await this.#kept.keep({ id, turns });
      if (this.#state.id === id && this.#state.keepingProblem !== null) {
        this.#set({ ...this.#state, keepingProblem: null });
      }
    } catch (error) {
      this.#couldNotKeep(error);
    }
  }

  #couldNotKeep(error: unknown): void {
    console.warn('The conversation is not kept:', error);
    const keepingProblem = error instanceof NotKeptError ? error.reason : 'unavailable';
    this.#set({ ...this.#state, keepingProblem });
  }

  #apply(event: ConversationEvent): void {
    this.#set({ ...this.#state, turns: turnsAfter(this.#state.turns, event) });
  }

  #set(state: OpenConversation): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
