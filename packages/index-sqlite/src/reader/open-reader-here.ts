import type { IndexReader } from '@footnote/index';
import { FollowingReader } from './following-reader.ts';
import type { IndexStateOptions } from './index-state.ts';
import { SqliteIndexReader } from './sqlite-index-reader.ts';

/** Opens the index for reading in the thread that asks. */
export function openReaderHere(
  location: string,
  { follow, ...options }: IndexStateOptions & { readonly follow?: boolean | undefined },
): IndexReader {
  return follow ? new FollowingReader(location, options) : new SqliteIndexReader(location, options);
}
