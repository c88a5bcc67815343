import { FootnoteError } from '@footnote/core';
import type { IndexEngine, IndexReader, IndexWriter, Verification } from '@footnote/index';
import { Cluster } from './cluster/cluster.ts';
import { type ClusterLocation, describeLocation } from './location.ts';
import { openWeaviateReader } from './reader/weaviate-reader.ts';
import { ObjectStore } from './storage/object-store.ts';
import { verifyCollections } from './verify/verify-collections.ts';
import { openWeaviateWriter } from './writer/open-writer.ts';

export interface WeaviateOptions {
  /** What the cluster asks for; undefined where it asks for nothing. */
  readonly key?: string | undefined;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * An index in a Weaviate cluster. Nothing is connected to, nor made, before it is asked for.
 * @throws FootnoteError `INDEX_PATH_INVALID` where the key would cross a network unencrypted
 */
export function weaviateIndex(location: ClusterLocation, { key }: WeaviateOptions = {}): IndexEngine {
  const exposed = location.isSecure ? undefined : location.hosts.find(({ host }) => !LOOPBACK.test(host));
  if (key && exposed) {
    const message = `The key of the cluster would go to ${exposed.host} unencrypted. Write weaviates:// for TLS, or set no key.`;
    throw new FootnoteError('INDEX_PATH_INVALID', message);
  }
  const withStore = async <T>(use: (store: ObjectStore) => Promise<T>): Promise<T> => {
    const cluster = new Cluster(location, key);
    try {
      return await use(new ObjectStore(cluster, location.name));
    } finally {
      await cluster.close();
    }
  };
  const described = describeLocation(location);
  return {
    location: described,
    openReader: ({ model, follow } = {}): Promise<IndexReader> =>
      openWeaviateReader(location, { model, follow, key }),
    openWriter: (options = {}): Promise<IndexWriter> => openWeaviateWriter(location, { ...options, key }),
    verify: (): Promise<Verification> => withStore(verifyCollections),
  };
}
