import { createFileReader, type FileReading } from './file-reader.ts';
import { findFiles } from './find-files.ts';

/** What reading one file makes of it: its articles, and every stretch that a rule took out. */
export interface FileExplanation extends FileReading {
  /** As given. */
  readonly path: string;
}

/**
 * Reads one file as `footnote index` would, to show a person what was taken out of it and by which rule.
 *
 * @throws FootnoteError `PATH_NOT_FOUND`
 */
export async function explainFile(path: string): Promise<FileExplanation> {
  const { files, skipped } = await findFiles([path]);
  const file = files[0];
  if (file === undefined || files.length > 1) {
    const reason = 'A folder. Name one file of it.';
    return {
      path,
      articles: [],
      skipped: files.length > 1 ? [{ path, reason }] : skipped,
      unreadKeys: null,
      warnings: [],
      removals: [],
    };
  }
  const reader = createFileReader({ processes: 1 });
  try {
    return { path, ...(await reader.read(file)) };
  } finally {
    await reader.close();
  }
}
