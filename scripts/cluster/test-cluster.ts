/**
 * `npm run test:cluster [-- FILES…]`: the tests of an index in a cluster, on three nodes of this machine, which are
 * started for it and stopped after it, unless they ran before.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runNode } from '../start/run-footnote.ts';
import { clusterUrl, endNode, isRunning, NODES } from './cluster-node.ts';
import { startCluster } from './start-cluster.ts';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const config = join(import.meta.dirname, 'vitest.config.ts');
const ranBefore = NODES.filter(isRunning);
try {
  await startCluster();
  await runNode([vitest, 'run', '--config', config, ...process.argv.slice(2)], {
    FOOTNOTE_TEST_CLUSTER: clusterUrl('NAME'),
  });
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${(error as Error).message}\n`);
} finally {
  const started = NODES.filter((node) => !ranBefore.includes(node));
  await Promise.all(started.map((node) => endNode(node, 'SIGTERM')));
}
