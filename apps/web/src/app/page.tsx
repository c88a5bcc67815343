import type { Metadata } from 'next';
import { ProblemNotice } from '../answer/problem-notice.tsx';
import type { Turn } from '../conversation/conversation.ts';
import { ConversationView } from '../conversation/conversation-view.tsx';
import { askOnce } from '../graphql/ask-once.ts';
import { type Home, loadHome } from '../graphql/home.ts';
import { type OrProblem, orProblem } from '../graphql/or-problem.ts';
import { ArticleCount } from './article-count.tsx';
import { Welcome } from './welcome.tsx';

interface Props {
  readonly searchParams: Promise<{ readonly q?: string | readonly string[] }>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const question = readQuestion((await searchParams).q);
  return question === '' ? {} : { title: { absolute: `${question} · Footnote` } };
}

/** The chat. A question in the address is answered in the page itself, so that it needs no scripts. */
export default async function HomePage({ searchParams }: Props) {
  const question = readQuestion((await searchParams).q);
  const [home, turns] = await Promise.all([
    orProblem(loadHome()),
    question === '' ? [] : answerTurn(question),
  ]);
  return (
    <ConversationView
      initialTurns={turns}
      starters={home.value?.starters ?? []}
      welcome={<Welcome empty={home.value?.articles === 0} />}
      note={<HomeNote home={home} asked={turns.length > 0} />}
    />
  );
}

function HomeNote({ home, asked }: { readonly home: OrProblem<Home>; readonly asked: boolean }) {
  if (home.value !== undefined) {
    return <ArticleCount articles={home.value.articles} />;
  }
  // The question's own notice says the same.
  return asked ? null : (
    <ProblemNotice title="The articles cannot be asked now" problem={home.problem}>
      <a href="/" className="link">
        Try again
      </a>
    </ProblemNotice>
  );
}

function readQuestion(parameter: string | readonly string[] | undefined): string {
  return typeof parameter === 'string' ? parameter.trim() : (parameter?.[0]?.trim() ?? '');
}

async function answerTurn(question: string): Promise<Turn[]> {
  const { value, problem } = await orProblem(askOnce(question));
  return [{ question, outcome: value ? { kind: 'result', result: value } : { kind: 'failed', problem } }];
}
