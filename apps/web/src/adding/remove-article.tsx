'use client';

import type { ApiProblem } from '@footnote/client';
import { useRef, useState } from 'react';
import { sitePath } from '../address/site-path.ts';
import { ProblemNotice } from '../answer/problem-notice.tsx';
import { fromOwnServer } from '../graphql/from-own-server.ts';
import { ScriptedButton } from '../site/scripted-button.tsx';

/** Removes an article that was added here, once that is meant; of another, the API says how. */
export function RemoveArticle({ articleKey }: { readonly articleKey: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isRemoving, setRemoving] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const remove = async (): Promise<void> => {
    setRemoving(true);
    const { signal } = new AbortController();
    const removed = await fromOwnServer((api) => api.removeArticle(articleKey, signal));
    if (removed.problem === undefined) {
      window.location.assign(sitePath('/articles'));
    } else {
      setProblem(removed.problem);
      setRemoving(false);
    }
  };
  return (
    <>
      <ScriptedButton
        onClick={() => {
          setProblem(null);
          dialog.current?.showModal();
        }}
      >
        Remove article
      </ScriptedButton>
      <dialog ref={dialog} aria-labelledby="removing" className="small-dialog">
        <h2 id="removing" className="font-semibold">
          Remove this article?
        </h2>
        <p className="mt-2">
          It is taken out of the index, with the copy that Footnote keeps of its file. Your own files stay
          untouched.
        </p>
        {problem !== null && <ProblemNotice title="It was not removed" problem={problem} />}
        <p className="mt-4 flex gap-5">
          <button type="button" className="quiet-button" disabled={isRemoving} onClick={() => void remove()}>
            {isRemoving ? 'Removing…' : 'Remove'}
          </button>
          <button type="button" className="quiet-button" onClick={() => dialog.current?.close()}>
            Keep
          </button>
        </p>
      </dialog>
    </>
  );
}
