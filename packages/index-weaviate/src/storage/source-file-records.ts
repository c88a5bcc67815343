import type { Share, SourceFileRecord } from '@footnote/index';
import type { Records } from './records.ts';
import { shareName } from './share-name.ts';

/** A record of a file, and the share whose articles of it are in the index. */
interface SharedRecord {
  readonly share: string;
  readonly file: SourceFileRecord;
}

/** The files all of whose articles (of a share) are in the index; those of one path are one record. */
export class SourceFileRecords {
  readonly #records: Records;
  readonly #share: string;

  constructor(records: Records, share: Share | undefined) {
    this.#records = records;
    this.#share = shareName(share);
  }

  async has(wanted: SourceFileRecord): Promise<boolean> {
    const known = await this.#ofPath(wanted.path);
    return known.some(({ share, file }) => share === this.#share && isSame(file, wanted));
  }

  async save(file: SourceFileRecord): Promise<void> {
    const others = (await this.#ofPath(file.path)).filter(
      (known) => known.share !== this.#share || known.file.root !== file.root,
    );
    await this.#records.write('file', file.path, [...others, { share: this.#share, file }]);
  }

  async forget(path: string): Promise<void> {
    await this.#records.delete('file', path);
  }

  async #ofPath(path: string): Promise<readonly SharedRecord[]> {
    return (await this.#records.read<SharedRecord[]>('file', path)) ?? [];
  }
}

function isSame(a: SourceFileRecord, b: SourceFileRecord): boolean {
  return (['root', 'path', 'sha256', 'readingVersion', 'chunkingVersion'] as const).every(
    (field) => a[field] === b[field],
  );
}
