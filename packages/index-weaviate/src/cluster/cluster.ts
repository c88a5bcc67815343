import { setTimeout as pause } from 'node:timers/promises';
import { type ClusterLocation, describeLocation } from '../location.ts';
import { refusalOf, unreachable } from './cluster-errors.ts';
import { ClusterNode, type NodeClients } from './cluster-node.ts';

/** Rounds over all nodes before a request is given up. */
const ROUNDS = 5;
/** Before the second round; twice as long before each that follows: 3 s in all. */
const FIRST_PAUSE_MS = 200;

/**
 * The nodes of a cluster. A request goes to one that is there, and to the next when that fails, in a few rounds: every
 * request, of writing too, comes to the same when it is made twice.
 */
export class Cluster {
  readonly location: string;
  readonly #nodes: readonly ClusterNode[];
  /** Spreads processes over nodes, and stays where requests succeed. */
  #preferred: number;

  constructor(location: ClusterLocation, key: string | undefined) {
    this.location = describeLocation(location);
    const { isSecure } = location;
    this.#nodes = location.hosts.map((host) => new ClusterNode({ host, isSecure, key }));
    this.#preferred = process.pid % this.#nodes.length;
  }

  /** @throws FootnoteError `INDEX_UNREACHABLE`, `INDEX_NOT_WRITABLE`, and those of `use` */
  async request<T>(use: (clients: NodeClients) => Promise<T>): Promise<T> {
    let last: unknown;
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round > 0) await pause(FIRST_PAUSE_MS * 2 ** (round - 1));
      for (const index of this.#inOrder()) {
        try {
          const result = await this.#nodes[index]!.run(use);
          this.#preferred = index;
          return result;
        } catch (error) {
          const refusal = refusalOf(error, this.location);
          if (refusal) throw refusal;
          last = error;
        }
      }
    }
    throw unreachable(this.location, last);
  }

  async close(): Promise<void> {
    await Promise.all(this.#nodes.map((node) => node.close()));
  }

  /** The preferred one first, those that were away last. */
  #inOrder(): number[] {
    const { length } = this.#nodes;
    const all = Array.from({ length }, (_, offset) => (this.#preferred + offset) % length);
    return all.sort((a, b) => Number(this.#nodes[a]!.isLost) - Number(this.#nodes[b]!.isLost));
  }
}
