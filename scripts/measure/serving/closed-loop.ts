import { Agent, request } from 'node:http';
import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

/** One kind of request. */
export interface Workload {
  readonly name: string;
  /** Of the server's address, where it is not that of GraphQL. */
  readonly path?: string;
  /** The body of the n-th request. */
  readonly body: (turn: number) => string;
  /** Whether a response is a right one. */
  readonly isRight: (response: unknown) => boolean;
}

export interface LoopResult {
  readonly requestsPerSecond: number;
  /** Milliseconds, in order. */
  readonly times: readonly number[];
  readonly failed: number;
  /** Milliseconds that /health/live took beside it, in order. */
  readonly healthTimes: readonly number[];
  /** What this process took of all the machine's processors, 0 to 1. */
  readonly clientShare: number;
}

export interface LoopOptions {
  /** How many ask at once, each its next request when the one before was answered. */
  readonly clients: number;
  readonly milliseconds: number;
  /** The turn that the first request has: a loop that goes on from another asks nothing that was asked before. */
  readonly from: number;
}

/** Asks without pause for so long. */
export async function closedLoop(url: string, workload: Workload, options: LoopOptions): Promise<LoopResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.clients });
  const times: number[] = [];
  let failed = 0;
  let turn = options.from;
  const started = performance.now();
  const processor = process.cpuUsage();
  const isOver = () => performance.now() - started > options.milliseconds;
  const address = new URL(workload.path ?? '', url);
  const client = async () => {
    while (!isOver()) {
      const asked = performance.now();
      const response = await post(address, workload.body(turn++), agent);
      times.push(performance.now() - asked);
      if (!workload.isRight(response)) failed += 1;
    }
  };
  const health = probeHealth(new URL('/health/live', url), isOver);
  await Promise.all(Array.from({ length: options.clients }, client));
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(processor);
  agent.destroy();
  return {
    requestsPerSecond: (times.length / milliseconds) * 1000,
    times: times.sort((a, b) => a - b),
    failed,
    healthTimes: await health,
    clientShare: (user + system) / 1000 / milliseconds / availableParallelism(),
  };
}

/** @param sorted in order */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function probeHealth(url: URL, isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!isOver()) {
    const asked = performance.now();
    await (await fetch(url)).text();
    times.push(performance.now() - asked);
    await delay(20);
  }
  return times.sort((a, b) => a - b);
}

function post(url: URL, body: string, agent: Agent): Promise<unknown> {
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
