'use client';

import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { isFiltering } from '../address/filter.ts';
import { HOME, type Place, placeHref } from '../address/place.ts';
import { correctPlace, goTo, leaveSource, usePlace } from '../address/use-place.ts';
import { standaloneQuestion, type Turn } from '../conversation/conversation.ts';
import { ConversationStatus } from '../conversation/conversation-status.tsx';
import { NO_CONVERSATION, type OpenConversation } from '../conversation/conversation-store.ts';
import { QuestionBox, type QuestionBoxHandle } from '../conversation/question-box.tsx';
import { StarterQuestions } from '../conversation/starter-questions.tsx';
import type { AskAgain } from '../conversation/turn-view.tsx';
import { FilterGroup } from '../filters/filter-group.tsx';
import type { Home } from '../graphql/home.ts';
import type { OrProblem } from '../graphql/or-problem.ts';
import { ConversationsNav } from '../kept/conversations-nav.tsx';
import { useRememberedPlace } from '../site/last-place.ts';
import { citationsAround } from '../source/cited-quotes.ts';
import { OpensBeside } from '../source/source-links.tsx';
import type { ArticleInHand } from '../source/use-article.ts';
import { ProvideWriter } from '../writing/writer-context.ts';
import { ComposerNote } from './composer-note.tsx';
import { useConversations } from './conversation-context.tsx';
import { LoadedApart, loadAnswering, SourcePanel, Turns } from './loaded-apart.tsx';
import { Reach } from './reach.tsx';
import { useIndexStatus } from './use-index-status.ts';
import { useKeptFocus, useSourceInView } from './use-kept-focus.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { Welcome } from './welcome.tsx';

interface Props {
  readonly home: OrProblem<Home>;
  /** The command that adds articles to this index. */
  readonly command: string;
  /** What the server answered with the page. */
  readonly initialTurns: readonly Turn[];
  /** The article that came with the page. */
  readonly article: ArticleInHand | null;
}

/** The conversations kept, the one being had, and the source beside it. */
export function Workspace({ home, command, initialTurns, article }: Props) {
  const place = usePlace();
  const { store } = useConversations();
  const conversation = useSyncExternalStore(store.subscribe, store.current, () => NO_CONVERSATION);
  const box = useRef<QuestionBoxHandle>(null);
  const turns = turnsShown(place, conversation, initialTurns);
  useOpenPlace(place, initialTurns);
  useAddressOf(place, conversation);
  useRememberedPlace('conversation', place.conversation === null ? null : placeHref(place));
  useSourceInView(place.source, turns.length > 0);
  useKeptFocus(place.source, box);

  const failure = turns.findLast(({ outcome }) => outcome.kind === 'failed')?.id ?? null;
  const status = useIndexStatus(indexOf(home), failure);

  const ask = (question: string): void => {
    const id = place.conversation ?? crypto.randomUUID();
    store.ask(id, question, place.filter);
    const there = { ...place, conversation: id, question };
    if (place.conversation === null) {
      goTo(there);
    } else {
      correctPlace(there);
    }
    box.current?.focus();
  };
  const [stop, askAgain] = useMemo((): [() => void, AskAgain] => {
    const stopAsking = (): void => {
      store.stop();
      box.current?.focus();
    };
    return [stopAsking, (turn, change) => store.askAgain(turn, change)];
  }, [store]);
  useShortcuts({
    box,
    onEscape: () => {
      if (turns.some(({ outcome }) => outcome.kind === 'asking')) {
        stop();
      } else if (place.source !== null) {
        leaveSource(place);
      }
    },
  });
  const begun = place.conversation !== null || turns.length > 0;
  const { source } = place;

  return (
    <ProvideWriter value={home.value?.writer ?? null}>
      <OpensBeside place={place}>
        <div className="workspace" data-source={source === null ? undefined : 'open'}>
          <div className="conversations-column scripted">
            <ConversationsNav />
          </div>
          <div className="conversation-column" data-begun={begun || undefined}>
            {begun ? (
              <h1 className="sr-only">Conversation</h1>
            ) : (
              <Welcome status={status} command={command} />
            )}
            {turns.length > 0 && (
              <LoadedApart fallback={<NotLoaded />}>
                <Turns turns={turns} initial={initialTurns.length} onStop={stop} onAskAgain={askAgain} />
              </LoadedApart>
            )}
            {begun && turns.length === 0 && place.question === null && !conversation.isOpening && (
              <p className="mt-8 text-muted">This browser does not keep that conversation.</p>
            )}
            <ConversationStatus turns={turns} />
            <div className={begun ? 'composer composer-following' : 'composer'}>
              <Reach status={status} keepingProblem={conversation.keepingProblem} isTold={failure !== null} />
              <QuestionBox
                ref={box}
                placeholder={begun ? 'Ask a follow-up question' : 'Ask a question'}
                earlier={turns.map(({ question }) => question)}
                onAsk={ask}
                onFocus={loadAnswering}
              />
              <FilterGroup key={turns.length} place={place} />
              <ComposerNote
                isFiltered={isFiltering(place.filter)}
                status={status}
                begun={begun}
                turns={turns}
                onNew={() => goTo(HOME)}
              />
            </div>
            {!begun && home.value !== undefined && home.value.starters.length > 0 && (
              <StarterQuestions questions={home.value.starters} onAsk={ask} />
            )}
          </div>
          {source !== null && (
            <LoadedApart fallback={<NotLoaded />}>
              <SourcePanel
                place={place}
                source={source}
                initial={article}
                citations={citationsAround(turns, source)}
              />
            </LoadedApart>
          )}
        </div>
      </OpensBeside>
    </ProvideWriter>
  );
}

function NotLoaded() {
  return <p className="mt-8 text-problem">Footnote is away, and this part of the page was not loaded yet.</p>;
}

function turnsShown(place: Place, open: OpenConversation, initialTurns: readonly Turn[]): readonly Turn[] {
  if (place.conversation !== null) {
    return open.id === place.conversation ? open.turns : [];
  }
  return place.question === null ? [] : initialTurns;
}

/** Opens the conversation that the address names; one that this browser does not keep begins with its question. */
function useOpenPlace(place: Place, initialTurns: readonly Turn[]): void {
  const { store } = useConversations();
  const { conversation, question } = place;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another conversation is named, and only then
  useEffect(() => {
    if (conversation !== null) {
      void store.open(conversation).then((isKept) => {
        if (!isKept && question !== null && store.current().id === conversation) {
          store.ask(conversation, question, place.filter);
        }
      });
    } else if (question !== null) {
      const id = crypto.randomUUID();
      if (initialTurns.length > 0) {
        store.adopt(id, initialTurns);
      } else {
        store.ask(id, question, place.filter);
      }
      // The router follows the address from its own first effect on, which comes after this one.
      queueMicrotask(() => correctPlace({ ...place, conversation: id }));
    } else {
      store.close();
    }
  }, [conversation, question === null]);
}

/** The address and the title follow the conversation: they name its last question as it can be asked by itself. */
function useAddressOf(place: Place, open: OpenConversation): void {
  const question = open.id === place.conversation ? standaloneQuestion(open.turns) : null;
  const asked = open.turns.at(-1)?.question ?? place.question;
  const isBeside = place.source !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the question changes
  useEffect(() => {
    if (question !== null && question !== place.question) {
      correctPlace({ ...place, question });
    }
  }, [question, place.question]);
  useEffect(() => {
    if (!isBeside) {
      document.title = asked === null ? 'Footnote' : `${asked} · Footnote`;
    }
  }, [asked, isBeside]);
}

function indexOf(home: OrProblem<Home>) {
  return home.value === undefined ? { problem: home.problem } : { value: home.value.index };
}
