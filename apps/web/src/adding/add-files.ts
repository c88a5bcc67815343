import type { ApiProblem } from '@footnote/client';
import { addArticlesSubscription, type IndexProgress, type IndexReport } from '../graphql/changes.ts';
import { followOwnServer } from '../graphql/follow-own-server.ts';
import type { UploadLimits } from '../graphql/index-status.ts';
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
  const stopping = new AbortController();
  const change = (step: Partial<Adding>): void => {
    now = { ...now, ...step };
    onChange(now);
  };

  const send = async (batch: readonly ChosenFile[]): Promise<ApiProblem | null> => {
    const files = await Promise.all(
      batch.map(async ({ name, file }) => ({ name, contentBase64: await toBase64(file) })),
    );
    const end = await followOwnServer({
      document: addArticlesSubscription,
      variables: { files },
      signal: stopping.signal,
      onEvent: ({ addArticles: event }): IndexReport | undefined => {
        if (event.__typename === 'IndexReport') {
          return event;
        }
        change({ state: 'reading', progress: event });
        return undefined;
      },
      cutShort: CUT_SHORT,
    });
    if (end?.value !== undefined) {
      const report = end.value;
      change({
        added: now.added + report.added,
        replaced: now.replaced + report.replaced,
        unchanged: now.unchanged + report.unchanged,
        skipped: [...now.skipped, ...report.skipped],
        warnings: [...now.warnings, ...report.warnings],
      });
    }
    return end?.problem ?? null;
  };

  const run = async (): Promise<void> => {
    onChange(now);
    for (const batch of batches) {
      let problem = await send(batch);
      while (problem?.code === 'INDEX_BUSY' && !stopping.signal.aborted) {
        change({ state: 'waiting', progress: null });
        await new Promise((resolve) => setTimeout(resolve, BUSY_WAIT_MS));
        problem = stopping.signal.aborted ? null : await send(batch);
      }
      if (stopping.signal.aborted) {
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
    stopping.abort();
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
