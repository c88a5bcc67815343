import type { Metadata } from 'next';
import { placeHref, readPlace } from '../address/place.ts';
import { type Parameters, searchParameters } from '../address/search-parameters.ts';
import { newTurn, type Turn } from '../conversation/conversation.ts';
import { askOnce } from '../graphql/ask-once.ts';
import { indexCommand, loadHome } from '../graphql/home.ts';
import { orProblem } from '../graphql/or-problem.ts';
import { Workspace } from '../workspace/workspace.tsx';

interface Props {
  readonly searchParams: Promise<Parameters>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { question } = readPlace('/', searchParameters(await searchParams));
  return question === null ? {} : { title: { absolute: `${question} · Footnote` } };
}

/**
 * The chat. A question in the address is answered in the page itself, so that it needs no scripts; that of a
 * conversation which the browser may keep is answered so only where there are none.
 */
export default async function HomePage({ searchParams }: Props) {
  const place = readPlace('/', searchParameters(await searchParams));
  const { conversation, question, filter } = place;
  const [home, turns] = await Promise.all([
    orProblem(loadHome()),
    question === null || conversation !== null ? [] : answerTurn(newTurn(question, filter)),
  ]);
  return (
    <>
      {conversation !== null && (
        <noscript>
          <meta httpEquiv="refresh" content={`0; url=${placeHref({ ...place, conversation: null })}`} />
        </noscript>
      )}
      <Workspace home={home} command={indexCommand()} initialTurns={turns} article={null} />
    </>
  );
}

async function answerTurn(turn: Turn): Promise<Turn[]> {
  const { value, problem } = await orProblem(askOnce(turn.question, turn.filter));
  return [{ ...turn, outcome: value ? { kind: 'result', result: value } : { kind: 'failed', problem } }];
}
