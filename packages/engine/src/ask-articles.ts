import type { AskProgress, AskRequest, AskResult } from '@footnote/answering';
import type { IndexReader } from '@footnote/index';
import type { SearchHit } from '@footnote/retrieval';
import type { Rooms } from './engine.ts';
import { locate } from './locate.ts';
import type { LocatedAskResult, LocatedHit } from './located.ts';
import { onSteadyIndex, StalePassageError } from './steady-index.ts';

export interface LocatedAskProgress extends Omit<AskProgress, 'evidence'> {
  readonly evidence: readonly LocatedHit[] | null;
}

export interface AskOptions {
  readonly onProgress?: (progress: LocatedAskProgress) => void;
  readonly signal?: AbortSignal;
}

/** The answer or the refusal, each quote with the article that its offsets refer to. */
export function askArticles(
  { reader, answerer }: Pick<Rooms, 'reader' | 'answerer'>,
  request: AskRequest,
  { onProgress, signal }: AskOptions = {},
): Promise<LocatedAskResult> {
  return onSteadyIndex(async () => {
    const result = await answerer.ask(request, {
      onProgress: (progress) => onProgress?.({ ...progress, evidence: locateProgress(reader, progress) }),
      ...(signal && { signal }),
    });
    return locateResult(reader, result);
  });
}

function locateResult(reader: IndexReader, result: AskResult): LocatedAskResult {
  if (result.kind === 'NoAnswer') return { ...result, nearest: locateHits(reader, result.nearest) };
  const place = locate(
    reader,
    result.citations.map(({ passage }) => passage),
  );
  const citations = result.citations.map((citation) => {
    const passage = place(citation.passage);
    return { ...citation, passage, article: passage.article };
  });
  return { ...result, citations, evidence: locateHits(reader, result.evidence) };
}

function locateHits(reader: IndexReader, hits: readonly SearchHit[]): LocatedHit[] {
  const place = locate(
    reader,
    hits.map(({ passage }) => passage),
  );
  return hits.map((hit) => ({ ...hit, passage: place(hit.passage) }));
}

/** Evidence that went stale is left out of the progress: the result is made again, and brings it. */
function locateProgress(reader: IndexReader, { evidence }: AskProgress): LocatedHit[] | null {
  try {
    return evidence && locateHits(reader, evidence);
  } catch (error) {
    if (error instanceof StalePassageError) return null;
    throw error;
  }
}
