import { assertSameModel, type IndexWriter, type OpenWriterOptions } from '@footnote/index';
import type { EmbeddingModelIdentity } from '@footnote/inference';
import { Cluster } from '../cluster/cluster.ts';
import { indexNotFound } from '../cluster/cluster-errors.ts';
import type { ClusterLocation } from '../location.ts';
import { createCollections } from '../storage/collections.ts';
import { type Manifest, readManifest, writeManifest } from '../storage/manifest.ts';
import { ObjectStore } from '../storage/object-store.ts';
import { Records } from '../storage/records.ts';
import { shareName } from '../storage/share-name.ts';
import { SourceFileRecords } from '../storage/source-file-records.ts';
import { WeaviateWriter } from './weaviate-writer.ts';
import { isHeld, WriterClaim, type WriterRecord } from './writer-claim.ts';

/** Copies of each object where the cluster has so many nodes: one may be away, and two still agree. */
const REPLICAS = 3;

/** @throws FootnoteError as `IndexEngine.openWriter` */
export async function openWeaviateWriter(
  location: ClusterLocation,
  { key, model, wait, signal, share }: OpenWriterOptions & { readonly key: string | undefined },
): Promise<IndexWriter> {
  const cluster = new Cluster(location, key);
  const store = new ObjectStore(cluster, location.name);
  const records = new Records(store);
  try {
    const manifest = await openManifest({ cluster, records, location }, model);
    const claim = await WriterClaim.make({ records, share, location: cluster.location, wait, signal });
    const files = new SourceFileRecords(records, share);
    const writer = new WeaviateWriter({ store, records, files, claim, manifest, share });
    await settleKilledRuns(records, { writer, claim, share: shareName(share) });
    return writer;
  } catch (error) {
    await cluster.close();
    throw error;
  }
}

interface Place {
  readonly cluster: Cluster;
  readonly records: Records;
  readonly location: ClusterLocation;
}

async function openManifest(
  { cluster, records, location }: Place,
  model: EmbeddingModelIdentity | undefined,
): Promise<Manifest> {
  let manifest = await readManifest(records, cluster.location);
  if (!manifest) {
    if (!model) throw indexNotFound(cluster.location);
    await makeCollections(cluster, location);
    await writeManifest(records, model);
    // Another may have made it with another model at the same moment: the one that is there counts.
    manifest = (await readManifest(records, cluster.location))!;
  }
  if (model) assertSameModel(manifest.model, model, cluster.location);
  return manifest;
}

async function makeCollections(cluster: Cluster, { name, replicas, shards }: ClusterLocation): Promise<void> {
  await cluster.request(async ({ grpc }) => {
    const nodes = await grpc.cluster.nodes();
    await createCollections(grpc, {
      index: name,
      replicas: replicas ?? Math.min(REPLICAS, nodes.length),
      shards,
    });
  });
}

/** Settles what runs that ended in the middle left of this share, those of other divisions into shares included. */
async function settleKilledRuns(
  records: Records,
  { writer, claim, share }: { writer: WeaviateWriter; claim: WriterClaim; share: string },
): Promise<void> {
  await writer.settle(claim.inHand);
  claim.putDown();
  for (const other of await records.all<WriterRecord>('writer')) {
    if (other.share === share || other.inHand.length === 0 || isHeld(other)) continue;
    await writer.settle(other.inHand);
    const isSettled = other.inHand.every(({ key }) => writer.takes(key));
    if (isSettled) await records.write('writer', other.share, { ...other, inHand: [] });
  }
}
