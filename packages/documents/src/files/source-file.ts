/** A file that may hold articles, as `findFiles` found it. */
export interface SourceFile {
  /** Absolute path, links resolved. */
  readonly path: string;
  /** The absolute path given by the caller under which the file was found. */
  readonly root: string;
  /** `/`-separated path below `root`; the file name when `root` is the file itself. */
  readonly keyPath: string;
  /** Bytes. */
  readonly size: number;
  /** Where its bytes are now, when that is not `path`. */
  readonly storedAt?: string;
}

/** What was left out, and why, in words for a person. `path` carries `#line` for one line of a JSONL file. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}
