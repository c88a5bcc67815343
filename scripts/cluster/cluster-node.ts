import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CLUSTER_FOLDER } from './weaviate-server.ts';

/** Nodes of the cluster on this machine. */
export const NODES = [1, 2, 3] as const;

/** Ports of a node begin here, a hundred apart. */
const FIRST_PORT = 19_100;
const READY_MS = 120_000;
const STOP_MS = 30_000;
/** Of one node: three of them share a machine with what is measured. */
const MEMORY = process.env.CLUSTER_NODE_MEMORY ?? '2GiB';

export interface NodePorts {
  readonly http: number;
  readonly grpc: number;
  readonly gossip: number;
  readonly data: number;
  readonly raft: number;
  readonly raftInternal: number;
}

export function portsOf(node: number): NodePorts {
  const first = FIRST_PORT + (node - 1) * 100;
  return {
    http: first,
    grpc: first + 1,
    gossip: first + 2,
    data: first + 3,
    raft: first + 4,
    raftInternal: first + 5,
  };
}

/** The location of an index in the cluster. */
export function clusterUrl(index: string, settings = ''): string {
  const hosts = NODES.map((node) => `127.0.0.1:${portsOf(node).http}`).join(',');
  const grpc = NODES.map((node) => portsOf(node).grpc).join(',');
  return `weaviate://${hosts}/${index}?grpc=${grpc}${settings && `&${settings}`}`;
}

/** Whether the process of a node runs. */
export function isRunning(node: number): boolean {
  const id = processOf(node);
  if (id === null) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts a node, whose process outlives this one. */
export function startNode(node: number, program: string): void {
  const folder = nodeFolder(node);
  const { gossip, data, raft, raftInternal } = portsOf(node);
  const child = spawnServer(program, {
    folder,
    ports: portsOf(node),
    settings: {
      AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED: 'true',
      CLUSTER_HOSTNAME: `node${node}`,
      CLUSTER_GOSSIP_BIND_PORT: String(gossip),
      CLUSTER_DATA_BIND_PORT: String(data),
      ...(node !== NODES[0] && { CLUSTER_JOIN: `127.0.0.1:${portsOf(NODES[0]).gossip}` }),
      RAFT_PORT: String(raft),
      RAFT_INTERNAL_RPC_PORT: String(raftInternal),
      RAFT_JOIN: NODES.map((each) => `node${each}:${portsOf(each).raft}`).join(','),
      RAFT_BOOTSTRAP_EXPECT: String(NODES.length),
    },
  });
  writeFileSync(join(folder, 'process'), String(child.pid));
}

interface Server {
  /** Of its data and its log. */
  readonly folder: string;
  readonly ports: Pick<NodePorts, 'http' | 'grpc'>;
  /** More of its environment. */
  readonly settings: Readonly<Record<string, string>>;
}

/** @throws Error when the program cannot be run */
export function spawnServer(program: string, { folder, ports, settings }: Server): ChildProcess {
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, 'log'), 'a');
  const child = spawn(program, ['--host', '127.0.0.1', '--port', String(ports.http), '--scheme', 'http'], {
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      GOMEMLIMIT: MEMORY,
      PERSISTENCE_DATA_PATH: join(folder, 'data'),
      DEFAULT_VECTORIZER_MODULE: 'none',
      DISABLE_TELEMETRY: 'true',
      LOG_LEVEL: 'warning',
      CLUSTER_IN_LOCALHOST: 'true',
      CLUSTER_ADVERTISE_ADDR: '127.0.0.1',
      GRPC_PORT: String(ports.grpc),
      ...settings,
    },
  });
  child.unref();
  if (child.pid === undefined) throw new Error(`${program} cannot be run.`);
  return child;
}

/** @throws Error as `untilReady` */
export function untilJoinable(node: number): Promise<void> {
  return untilSo(node, () => isOpen(portsOf(node).gossip));
}

/** @throws Error when the node is not ready after two minutes, or ends before */
export function untilReady(node: number): Promise<void> {
  return untilSo(node, () => isReady(node));
}

async function untilSo(node: number, isSo: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    if (await isSo()) return;
    if (!isRunning(node)) break;
    await pause(250);
  }
  throw new Error(`Node ${node} did not start. Its log is ${join(nodeFolder(node), 'log')}.`);
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

export async function isReady(node: number): Promise<boolean> {
  const url = `http://127.0.0.1:${portsOf(node).http}/v1/.well-known/ready`;
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Ends a node, at once when it is killed, and waits until it is gone. */
export async function endNode(node: number, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const id = processOf(node);
  if (id === null || !isRunning(node)) return;
  process.kill(id, signal);
  const until = Date.now() + STOP_MS;
  while (isRunning(node)) {
    if (Date.now() > until) process.kill(id, 'SIGKILL');
    await pause(50);
  }
}

/** Takes away all that the nodes hold. */
export function removeData(): void {
  for (const node of NODES) rmSync(nodeFolder(node), { recursive: true, force: true });
}

/** Where a node keeps its data and its log. */
export function nodeFolder(node: number): string {
  return join(CLUSTER_FOLDER, `node${node}`);
}

/** The number of a node's process, which may have ended; null before it was first started. */
export function processOf(node: number): number | null {
  const file = join(nodeFolder(node), 'process');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : null;
}
