import { sitePath } from '../address/site-path.ts';
import { ProblemNotice } from '../answer/problem-notice.tsx';
import type { Adding } from './add-files.ts';

/** What was skipped, and why; what failed; and the way to ask what was added. */
export function AddingReport({ adding, onClose }: { readonly adding: Adding; readonly onClose: () => void }) {
  const { state, added, replaced, skipped, warnings, problem } = adding;
  return (
    <>
      {problem !== null && <ProblemNotice title="Not all files were added" problem={problem} />}
      {skipped.length > 0 && (
        <details className="mt-3" open>
          <summary>Skipped</summary>
          <ul className="skipped">
            {skipped.map(({ path, reason }) => (
              <li key={`${path} ${reason}`}>
                <strong dir="auto">{path}</strong> {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      {warnings.length > 0 && (
        <ul className="skipped">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {state === 'done' && added + replaced > 0 && (
        <p className="mt-3">
          They can be asked now.{' '}
          <a
            href={sitePath('/')}
            className="link"
            onClick={(event) => {
              const box = document.querySelector<HTMLTextAreaElement>('textarea[name="q"]');
              if (box !== null) {
                event.preventDefault();
                onClose();
                box.focus();
              }
            }}
          >
            Ask a question
          </a>
        </p>
      )}
    </>
  );
}
