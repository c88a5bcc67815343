import { AddButton } from '../adding/add-button.tsx';
import { sitePath } from '../address/site-path.ts';
import type { Turn } from '../conversation/conversation.ts';
import type { IndexStatus } from '../graphql/index-status.ts';
import type { OrProblem } from '../graphql/or-problem.ts';
import { ScriptedButton } from '../site/scripted-button.tsx';
import { ExportButton } from '../taking-away/export-button.tsx';
import { useWriter } from '../writing/writer-context.ts';

interface Props {
  readonly status: OrProblem<IndexStatus>;
  readonly turns: readonly Turn[];
  readonly begun: boolean;
  /** Whether a filter leaves some articles out. */
  readonly isFiltered: boolean;
  readonly onNew: () => void;
}

/** Below the question box: how many articles are asked, and what can be done with the conversation. */
export function ComposerNote({ status, turns, begun, isFiltered, onNew }: Props) {
  const writer = useWriter();
  return (
    <div className="composer-note">
      <p>
        {status.value !== undefined && status.value.articles > 0 && (
          <>
            {isFiltered ? 'Of' : 'Asking'} <ArticlesLink {...status.value} />
            {status.value.uploadLimits !== null && (
              <>
                {' '}
                <AddButton className="quiet-button ml-4" />
              </>
            )}
          </>
        )}
        {writer !== null && (
          <>
            {' · '}
            “Write as prose” sends a question and its quotes to {writer.host}
          </>
        )}
      </p>
      {begun && (
        <p className="composer-actions scripted">
          {turns.length > 0 && <ExportButton name={turns[0]?.question ?? ''} turns={turns} />}
          <ScriptedButton onClick={onNew}>New conversation</ScriptedButton>
        </p>
      )}
    </div>
  );
}

function ArticlesLink({ articles }: IndexStatus) {
  return (
    <a href={sitePath('/articles')} className="link">
      {articles.toLocaleString('en-GB')} {articles === 1 ? 'article' : 'articles'}
    </a>
  );
}
