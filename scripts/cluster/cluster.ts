/**
 * `npm run cluster -- start | stop | kill N | status | reset`: three Weaviate nodes on this machine, to try an index in a
 * cluster on. `start` also brings back a node that was killed; `reset` stops all and takes away what they hold.
 */
import { clusterUrl, endNode, isReady, NODES, removeData } from './cluster-node.ts';
import { startCluster } from './start-cluster.ts';

const [action = '', which = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

async function stop(): Promise<void> {
  await Promise.all(NODES.map((node) => endNode(node, 'SIGTERM')));
}

const ACTIONS: Readonly<Record<string, () => Promise<void>>> = {
  start: async () => {
    await startCluster();
    say(`The cluster runs. Index with: npx footnote index PATH --index "${clusterUrl('news')}"`);
  },
  stop,
  kill: async () => {
    const node = NODES.find((each) => String(each) === which);
    if (!node) throw new Error('Say which node: 1, 2 or 3.');
    await endNode(node, 'SIGKILL');
  },
  status: async () => {
    for (const node of NODES) say(`node ${node}: ${(await isReady(node)) ? 'ready' : 'away'}`);
  },
  reset: async () => {
    await stop();
    removeData();
  },
};

const act = ACTIONS[action];
if (!act) {
  process.stderr.write('Usage: npm run cluster -- start | stop | kill N | status | reset\n');
  process.exitCode = 2;
} else await act();
