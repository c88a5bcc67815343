import { AddArticles } from '../article/add-articles.tsx';
import type { IndexStatus } from '../graphql/index-status.ts';
import type { OrProblem } from '../graphql/or-problem.ts';
import { useWriter } from '../writing/writer-context.ts';

interface Props {
  readonly status: OrProblem<IndexStatus>;
  /** The command that adds articles to this index. */
  readonly command: string;
}

/** What stands on the page before the first question. */
export function Welcome({ status, command }: Props) {
  const writer = useWriter();
  return (
    <div className="welcome">
      <h1>Ask your articles</h1>
      <p>Every answer is a quote you can check.</p>
      <p className="mt-1 text-sm">
        Nothing leaves the machine that Footnote runs on: not the articles, not what you ask
        {writer !== null &&
          `, unless you have prose written: ${writer.host} is sent that question and its quotes`}
        .
      </p>
      {status.value?.articles === 0 && (
        <AddArticles command={command} isWritable={status.value.uploadLimits !== null} />
      )}
    </div>
  );
}
