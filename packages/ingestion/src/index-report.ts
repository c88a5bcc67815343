import type { SkippedFile } from '@footnote/documents';

/** What an index run did. */
export interface IndexReport {
  /** Articles. */
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly skipped: readonly SkippedFile[];
  /** What the index holds now. */
  readonly articles: number;
  readonly passages: number;
  readonly seconds: number;
  /** Passages embedded, by the seconds of the whole run. */
  readonly passagesPerSecond: number;
  /** What was dropped of articles that were kept, and what else a person should know. */
  readonly warnings: readonly string[];
  /** Whether the run was stopped before its end; what it had done by then stays. */
  readonly interrupted: boolean;
}

/** How far an index run is. */
export interface IndexProgress {
  readonly stage: 'checking' | 'embedding' | 'linking';
  /** Files that were looked at, of all that were found; in the stage `embedding`, of those that changed. */
  readonly files: number;
  readonly totalFiles: number;
  /** Passages embedded so far: one article may have thousands. */
  readonly passages: number;
  readonly passagesPerSecond: number;
  /** Estimated from the bytes of the files to come; null while that is not known. */
  readonly secondsLeft: number | null;
}
