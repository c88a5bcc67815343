import type { IndexEngine } from '@footnote/index';

export interface RemoveArticlesOptions {
  readonly index: IndexEngine;
  readonly keys: readonly string[];
  /** Wait for another writer to finish instead of failing. */
  readonly wait?: boolean | undefined;
}

export interface RemovalReport {
  /** Keys of articles that were taken out. */
  readonly removed: readonly string[];
  /** Keys that no article has. */
  readonly missing: readonly string[];
  /** What else a person should know. */
  readonly warnings: readonly string[];
}

/**
 * Takes articles out of an index. An index run over their paths brings them back.
 * @throws FootnoteError `INDEX_NOT_FOUND`, `INDEX_LOCKED`, `INDEX_DAMAGED`, `INDEX_NOT_WRITABLE`, `INDEX_DISK_FULL`
 */
export async function removeArticles({ index, keys, wait }: RemoveArticlesOptions): Promise<RemovalReport> {
  const writer = await index.openWriter({ wait });
  try {
    const held = new Set((await writer.entries()).map(({ key }) => key));
    const wanted = new Set(keys.map((key) => (held.has(key) ? key : key.normalize('NFC'))));
    const [removed, missing] = [true, false].map((isHeld) =>
      [...wanted].filter((key) => held.has(key) === isHeld),
    ) as [string[], string[]];
    for (const key of removed) await writer.apply([{ kind: 'remove', key }]);
    const warning = removed.length > 0 ? await writer.finish() : null;
    return { removed, missing, warnings: warning ? [warning] : [] };
  } finally {
    await writer.close();
  }
}
