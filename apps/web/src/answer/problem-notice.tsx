import type { ApiProblem } from '@footnote/client';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly problem: ApiProblem;
  /** How to try again. */
  readonly children?: ReactNode;
}

/** What went wrong and what to do about it. */
export function ProblemNotice({ title, problem, children }: Props) {
  return (
    <div role="alert" className="problem">
      <p className="font-semibold text-problem">{title}</p>
      <p className="mt-1">{problem.message}</p>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-4 text-muted text-sm">
        <code>{problem.code}</code>
        {children}
      </p>
    </div>
  );
}
