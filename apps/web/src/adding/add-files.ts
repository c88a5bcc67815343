import type { ApiProblem } from '../graphql/api-problem.ts';
import { addArticlesSubscription, type IndexProgress } from '../graphql/changes.ts';
import type { UploadLimits } from '../graphql/index-status.ts';
import { subscribeOwnServer } from '../graphql/subscribe-own-server.ts';
import { type ChosenFile, type SkippedFile, sortFiles } from './chosen-files.ts';

/** How far files are that are being added, and what became of those that are done. */
export interface Adding {
  readonly state: 'sending' | 'waiting' | 'reading' | 'done' | 'failed' | 'stopped';
  /** Files to be sent, and those of requests that are done. */
  readonly files: number;
  readonly doneFiles: number;
  /** Of the request that is on its way; null before it is read. */
  readonly progress: IndexProgress | null;
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly skipped: readonly SkippedFile[];
  readonly warnings: readonly string[];
  readonly problem: ApiProblem | null;
}

/** How long to wait when something else changes the index, in milliseconds. */
const BUSY_WAIT_MS = 2_000;

const CUT_SHORT: ApiProblem = {
  code: 'ADDING_CUT_SHORT',
  message: 'The connection ended before the files were added. Nothing of them was: add them again.',
};

/**
 * Adds files, one request after the other. While another changes the index it waits for its turn.
 * @param onChange told of every step
 * @returns stops it: what is on its way is not added, what was before stays
 */
export function addFiles(
  chosen: readonly ChosenFile[],
  { limits, onChange }: { limits: UploadLimits; onChange: (adding: Adding) => void },
): () => void {
  const { batches, skipped } = sortFiles(chosen, limits);
  let now: Adding = {
    state: 'sending',
    files: batches.flat().length,
    doneFiles: 0,
    progress: null,
    added: 0,
    replaced: 0,
    unchanged: 0,
    skipped,
    warnings: [],
    problem: null,
  };
  let isStopped = false;
  let stopRequest = (): void => undefined;
  const change = (step: Partial<Adding>): void => {
    now = { ...now, ...step };
    onChange(now);
  };

  const send = async (batch: readonly ChosenFile[]): Promise<ApiProblem | null> => {
    const files = await Promise.all(
      batch.map(async ({ name, file }) => ({ name, contentBase64: await toBase64(file) })),
    );
    return new Promise((resolve) => {
      if (isStopped) {
        return;
      }
      let isReported = false;
      stopRequest = subscribeOwnServer({
        document: addArticlesSubscription,
        variables: { files },
        onEvent: ({ addArticles }) => {
          if (addArticles.__typename === 'IndexProgress') {
            change({ state: 'reading', progress: addArticles });
          } else {
            isReported = true;
            change({
              added: now.added + addArticles.added,
              replaced: now.replaced + addArticles.replaced,
              unchanged: now.unchanged + addArticles.unchanged,
              skipped: [...now.skipped, ...addArticles.skipped],
              warnings: [...now.warnings, ...addArticles.warnings],
            });
          }
        },
        onEnd: (problem) => resolve(problem ?? (isReported ? null : CUT_SHORT)),
      });
    });
  };

  const run = async (): Promise<void> => {
    onChange(now);
    for (const batch of batches) {
      let problem = await send(batch);
      while (problem?.code === 'INDEX_BUSY' && !isStopped) {
        change({ state: 'waiting', progress: null });
        await new Promise((resolve) => setTimeout(resolve, BUSY_WAIT_MS));
        problem = isStopped ? null : await send(batch);
      }
      if (isStopped) {
        return;
      }
      if (problem !== null) {
        change({ state: 'failed', problem });
        return;
      }
      change({ state: 'sending', doneFiles: now.doneFiles + batch.length, progress: null });
    }
    change({ state: 'done' });
  };

  run().catch((error: unknown) => {
    console.error('Files could not be added:', error);
    change({ state: 'failed', problem: UNREADABLE });
  });
  return () => {
    isStopped = true;
    stopRequest();
    change({ state: 'stopped', progress: null });
  };
}

const UNREADABLE: ApiProblem = {
  code: 'FILE_UNREADABLE',
  message: 'The browser cannot read one of the files; it may have been moved or changed. Choose them again.',
};

function toBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = reader.result as string;
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
