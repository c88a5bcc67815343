import type { IndexStatus } from '../graphql/index-status.ts';
import type { OrProblem } from '../graphql/or-problem.ts';
import type { KeepingProblem } from '../kept/kept-conversations.ts';

interface Props {
  readonly status: OrProblem<IndexStatus>;
  readonly keepingProblem: KeepingProblem | null;
  /** Whether a turn tells the problem at length. */
  readonly isTold: boolean;
}

const KEEPING: Readonly<Record<KeepingProblem, string>> = {
  full: 'This browser’s storage is full: this conversation is not kept. Delete some conversations, or export this one.',
  unavailable: 'This browser keeps nothing for this page: export the conversation before you leave it.',
};

/** What cannot be reached now, and what is not kept: said while it lasts, and gone when it is over. */
export function Reach({ status, keepingProblem, isTold }: Props) {
  return (
    <div role="status" className="reach">
      {status.problem !== undefined && (
        <p>
          <strong>{awayTitle(status.problem.code)}</strong> {!isTold && status.problem.message} What is on
          this page stays. This notice goes when it is back.
        </p>
      )}
      {keepingProblem !== null && <p>{KEEPING[keepingProblem]}</p>}
    </div>
  );
}

function awayTitle(code: string): string {
  if (code === 'WEB_UNREACHABLE') {
    return 'Footnote is away.';
  }
  return code === 'API_UNREACHABLE' ? 'The API is away.' : 'The articles cannot be asked now.';
}
