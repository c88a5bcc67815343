import type { Dirent } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';

const IGNORE_FILE = '.footnoteignore';

/** What the `.footnoteignore` files on the way down to a folder say; the nearest one has the last word. */
export interface IgnoreRules {
  /** @param keyPath `/`-separated path below the walk's root, with a final `/` for a folder */
  ignores(keyPath: string): boolean;
  /** The rules for what lies in the folder at `keyPath`, given its entries. */
  below(keyPath: string, absolute: string, entries: readonly Dirent[]): Promise<IgnoreRules>;
}

/** The rules above the first `.footnoteignore`: nothing is ignored. */
export const noIgnoreRules: IgnoreRules = rulesOf([]);

interface FolderRules {
  /** Path of the folder with a final `/`; empty for the root. */
  readonly prefix: string;
  readonly rules: Ignore;
}

function rulesOf(folders: readonly FolderRules[]): IgnoreRules {
  return {
    ignores(keyPath) {
      let ignored = false;
      for (const { prefix, rules } of folders) {
        const verdict = rules.test(keyPath.slice(prefix.length));
        if (verdict.ignored) ignored = true;
        else if (verdict.unignored) ignored = false;
      }
      return ignored;
    },
    async below(keyPath, absolute, entries) {
      if (!entries.some((entry) => entry.name === IGNORE_FILE && entry.isFile())) return this;
      const rules = ignore({ ignorecase: false }).add(await readFile(join(absolute, IGNORE_FILE), 'utf8'));
      return rulesOf([...folders, { prefix: keyPath === '' ? '' : `${keyPath}/`, rules }]);
    },
  };
}
