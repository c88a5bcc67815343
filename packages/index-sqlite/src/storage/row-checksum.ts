import { createHash } from 'node:crypto';

/** What a column holds, as better-sqlite3 gives it. */
export type ColumnValue = string | number | null | Uint8Array;

/**
 * The first 16 bytes of the SHA-256 over a row's other columns, in the order of the table. Each value is written as
 * a letter for its type (`n`ull, `i`nteger, `t`ext, `b`lob), its length in bytes in decimal, a colon, and its bytes
 * (integers in decimal, texts in UTF-8), so that no two rows are written alike.
 */
export function rowChecksum(values: readonly ColumnValue[]): Buffer {
  const hash = createHash('sha256');
  for (const value of values) {
    const bytes = bytesOf(value);
    hash.update(`${typeLetter(value)}${bytes.length}:`).update(bytes);
  }
  return hash.digest().subarray(0, 16);
}

function typeLetter(value: ColumnValue): string {
  if (value === null) return 'n';
  if (typeof value === 'number') return 'i';
  return typeof value === 'string' ? 't' : 'b';
}

function bytesOf(value: ColumnValue): Uint8Array {
  return value instanceof Uint8Array ? value : Buffer.from(value === null ? '' : String(value), 'utf8');
}
