import { isRunning, NODES, startNode, untilReady } from './cluster-node.ts';
import { weaviateServer } from './weaviate-server.ts';

/** Starts the nodes that do not run, and waits until all are ready. */
export async function startCluster(): Promise<void> {
  const program = await weaviateServer();
  for (const node of NODES) {
    if (!isRunning(node)) startNode(node, program);
  }
  await Promise.all(NODES.map(untilReady));
}
