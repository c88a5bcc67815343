import { isRunning, NODES, startNode, untilJoinable, untilReady } from './cluster-node.ts';
import { weaviateServer } from './weaviate-server.ts';

/** Starts the nodes that do not run, and waits until all are ready. */
export async function startCluster(): Promise<void> {
  const program = await weaviateServer();
  for (const node of NODES) {
    if (!isRunning(node)) startNode(node, program);
    // The others ask it once whether they may join, and end when it does not answer.
    if (node === NODES[0]) await untilJoinable(node);
  }
  await Promise.all(NODES.map(untilReady));
}
