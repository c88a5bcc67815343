'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState } from 'react';
import { ProblemNotice } from '../answer/problem-notice.tsx';
import { IndexCommand } from '../article/index-command.tsx';
import { fromOwnServer } from '../graphql/from-own-server.ts';
import type { IndexStatus, UploadLimits } from '../graphql/index-status.ts';
import type { OrProblem } from '../graphql/or-problem.ts';
import { type Adding, addFiles } from './add-files.ts';
import { AddingReport } from './adding-report.tsx';
import { addingWords } from './adding-words.ts';
import { type ChosenFile, READ_FORMATS } from './chosen-files.ts';
import { namedFiles } from './dropped-files.ts';
import { tellIndexChanged } from './index-changes.ts';

export interface AddingPanelProps {
  /** Files that were dropped, to be added at once. */
  readonly dropped: readonly ChosenFile[];
  readonly command: string;
  readonly onClose: () => void;
}

/** Chooses files, adds them, and tells what became of them. */
export function AddingPanel({ dropped, command, onClose }: AddingPanelProps) {
  const status = useStatus();
  const limits = status?.value?.uploadLimits ?? null;
  const { adding, isLeftOut, add, stop } = useAdding(limits);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each drop once, as soon as it may be sent
  useEffect(() => {
    if (limits !== null && dropped.length > 0) {
      add(dropped);
    }
  }, [dropped, limits !== null]);

  if (status === null) {
    return null;
  }
  if (status.problem !== undefined) {
    return <ProblemNotice title="Nothing can be added now" problem={status.problem} />;
  }
  if (limits === null) {
    return (
      <div className="mt-2">
        <p>This server takes no files (it was started without --writable).</p>
        <IndexCommand command={command} />
      </div>
    );
  }
  const isRunning = adding !== null && ['sending', 'waiting', 'reading'].includes(adding.state);
  return (
    <>
      {!isRunning && <FileField limits={limits} onChoose={add} />}
      <p role="status" className={adding === null ? 'sr-only' : 'mt-4'}>
        {adding !== null && <span className={isRunning ? 'in-progress' : ''}>{addingWords(adding)}</span>}
      </p>
      {isRunning && (
        <p className="mt-2 flex items-center gap-4">
          <progress
            aria-label="Files added"
            max={Math.max(adding.files, 1)}
            value={
              adding.doneFiles + (adding.progress?.stage === 'CHECKING' ? 0 : (adding.progress?.files ?? 0))
            }
          />
          <button type="button" className="quiet-button" onClick={stop}>
            Stop
          </button>
        </p>
      )}
      {isLeftOut && (
        <p className="mt-3 text-problem">
          What was dropped meanwhile is not added. Drop it again when this is done.
        </p>
      )}
      {adding !== null && <AddingReport adding={adding} onClose={onClose} />}
    </>
  );
}

function FileField({
  limits,
  onChoose,
}: {
  readonly limits: UploadLimits;
  readonly onChoose: (files: readonly ChosenFile[]) => void;
}) {
  const inputId = useId();
  const noteId = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <div className="file-field">
      <label htmlFor={inputId}>Files of articles</label>
      <input
        ref={input}
        id={inputId}
        type="file"
        multiple
        accept={READ_FORMATS.join(',')}
        aria-describedby={noteId}
        onChange={({ currentTarget }) => {
          onChoose(namedFiles(currentTarget.files ?? []));
          currentTarget.value = '';
        }}
      />
      <p id={noteId}>
        Choose them, or drop files and folders anywhere on the page: text, Markdown, HTML, PDF, Word or JSONL,
        up to {Math.floor(limits.maxFileBytes / 1024 / 1024)} MB each. Footnote keeps copies with its index,
        on the machine that it runs on.
      </p>
    </div>
  );
}

/** Null until it is known. */
function useStatus(): OrProblem<IndexStatus> | null {
  const [status, setStatus] = useState<OrProblem<IndexStatus> | null>(null);
  useEffect(() => {
    const giveUp = new AbortController();
    void fromOwnServer((api) => api.fetchIndexStatus(giveUp.signal)).then((fetched) => {
      if (!giveUp.signal.aborted) {
        setStatus(fetched);
      }
    });
    return () => giveUp.abort();
  }, []);
  return status;
}

function useAdding(limits: UploadLimits | null) {
  const router = useRouter();
  const [adding, setAdding] = useState<Adding | null>(null);
  const [isLeftOut, setLeftOut] = useState(false);
  const stopCurrent = useRef<(() => void) | null>(null);
  const add = (files: readonly ChosenFile[]): void => {
    if (limits === null || files.length === 0) {
      return;
    }
    setLeftOut(stopCurrent.current !== null);
    if (stopCurrent.current !== null) {
      return;
    }
    const onChange = (now: Adding): void => {
      setAdding(now);
      if (['done', 'failed', 'stopped'].includes(now.state)) {
        stopCurrent.current = null;
        tellIndexChanged();
        router.refresh();
      }
    };
    stopCurrent.current = addFiles(files, { limits, onChange });
  };
  return { adding, isLeftOut, add, stop: () => stopCurrent.current?.() };
}
