import { Cluster } from '../cluster/cluster.ts';
import type { ClusterLocation } from '../location.ts';
import { COLLECTION_KINDS, collectionName } from '../storage/collections.ts';

/** Takes an index out of its cluster, all that it holds included. */
export async function dropIndex(location: ClusterLocation): Promise<void> {
  const cluster = new Cluster(location, undefined);
  await cluster.request(async ({ grpc }) => {
    for (const kind of COLLECTION_KINDS) await grpc.collections.delete(collectionName(location.name, kind));
  });
  await cluster.close();
}
