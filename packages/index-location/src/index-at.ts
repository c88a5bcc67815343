import type { IndexEngine } from '@footnote/index';
import { isClusterLocation } from './location-kinds.ts';

/** What a secret is read from: never a flag or an address, which others on the machine can see. */
const KEY_VARIABLE = 'FOOTNOTE_WEAVIATE_KEY';

/**
 * The engine of the index at a location: a folder of this machine, or `weaviate://host:port/name` (`weaviates` for TLS)
 * for one in a cluster, whose key is that of the environment. Nothing is opened yet.
 * @throws FootnoteError `INDEX_PATH_INVALID` for a URL that names no index, or sends the key unencrypted
 */
export async function indexAt(
  location: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<IndexEngine> {
  if (!isClusterLocation(location)) return (await import('@footnote/index-sqlite')).sqliteIndex(location);
  const { parseClusterLocation, weaviateIndex } = await import('@footnote/index-weaviate');
  return weaviateIndex(parseClusterLocation(location), { key: environment[KEY_VARIABLE] || undefined });
}
