import { connect as connectHttp2 } from 'node:http2';
import { FootnoteError } from '@footnote/core';
import weaviate, { ApiKey, type WeaviateClient } from 'weaviate-client';
import type { ClusterHost } from '../location.ts';
import { assertWeaviate, notWeaviate } from './server-version.ts';

/**
 * Both protocols of a node: the library's gRPC for what finds objects, HTTP where the library will not do. Its way to one
 * object is a search, which asks one replica; and it takes half a second to write any number of objects but one, as that is
 * how often it looks whether it has put them into a message.
 */
export interface NodeClients {
  readonly grpc: WeaviateClient;
  /** What the node says at a path below `/v1`, to a body where there is one; null where there is nothing. */
  readonly http: (path: string, body?: unknown) => Promise<unknown>;
}

export interface NodeOptions {
  readonly host: ClusterHost;
  readonly isSecure: boolean;
  readonly key: string | undefined;
}

/** Seconds that a node has for a request. */
const TIMEOUTS = { init: 5, query: 20, insert: 60 };
/** How often a node is looked at while it takes long, or is away. */
const LOOK_MS = 500;
/** How long a look may take: a machine that went without a word does not refuse, it is silent. */
const SILENCE_MS = 2000;

/**
 * One node. The client library asks a node that is away again for half a minute; here whoever waits is told as soon as
 * the node no longer says that it is ready, so that another can be asked.
 */
export class ClusterNode {
  readonly #options: NodeOptions;
  readonly #readyUrl: string;
  readonly #waiting = new Map<(error: Error) => void, number>();
  #clients: Promise<NodeClients> | null = null;
  #watch: NodeJS.Timeout | null = null;
  /** Why it was away when it was last looked at; null when it was there. */
  #lost: Error | null = null;

  constructor(options: NodeOptions) {
    this.#options = options;
    const { host, port } = options.host;
    this.#readyUrl = `${baseUrl({ host, port }, options.isSecure)}/.well-known/ready`;
  }

  /** Whether it was away when it was last looked at. */
  get isLost(): boolean {
    return this.#lost !== null;
  }

  async run<T>(use: (clients: NodeClients) => Promise<T>): Promise<T> {
    if (this.#lost) await this.#look();
    if (this.#lost) throw this.#lost;
    let forget = () => {};
    const away = new Promise<never>((_, reject) => {
      this.#waiting.set(reject, performance.now());
      forget = () => this.#waiting.delete(reject);
    });
    this.#startWatch();
    try {
      return await Promise.race([this.#connected().then(use), away]);
    } catch (error) {
      if (error instanceof FootnoteError) throw error;
      await this.#look();
      throw this.#lost ?? error;
    } finally {
      forget();
    }
  }

  async close(): Promise<void> {
    if (this.#watch) clearInterval(this.#watch);
    this.#watch = null;
    const clients = this.#clients;
    this.#clients = null;
    await clients?.then(({ grpc }) => grpc.close(), nobodyAsked);
  }

  #connected(): Promise<NodeClients> {
    if (this.#clients) return this.#clients;
    const connecting = connect(this.#options);
    this.#clients = connecting;
    connecting.catch(() => {
      if (this.#clients === connecting) this.#clients = null;
    });
    return connecting;
  }

  #startWatch(): void {
    this.#watch ??= setInterval(() => void this.#lookAfter(), LOOK_MS).unref();
  }

  /** Looks at the node while somebody waits for it, or it is away. */
  async #lookAfter(): Promise<void> {
    const now = performance.now();
    const isSlow = [...this.#waiting.values()].some((since) => now - since > LOOK_MS);
    if (isSlow || this.#lost) await this.#look();
    else if (this.#waiting.size === 0 && this.#watch) {
      clearInterval(this.#watch);
      this.#watch = null;
    }
  }

  async #look(): Promise<void> {
    const headers = authorization(this.#options.key);
    try {
      const { ok } = await fetch(this.#readyUrl, { headers, signal: AbortSignal.timeout(SILENCE_MS) });
      if (!ok) throw lost(this.#readyUrl);
      this.#lost = null;
    } catch (cause) {
      this.#lose(lost(this.#readyUrl, cause));
    }
  }

  #lose(error: Error): void {
    this.#lost = error;
    for (const reject of this.#waiting.keys()) reject(error);
    this.#waiting.clear();
    const clients = this.#clients;
    this.#clients = null;
    // What is still asked of it ends with an error that nobody waits for.
    void clients?.then(({ grpc }) => grpc.close(), nobodyAsked);
  }
}

/** Whoever waits for a connection has its error; who only closes it does not. */
function nobodyAsked(): void {}

function lost(url: string, cause?: unknown): Error {
  const reason = cause instanceof Error ? ((cause.cause as Error | undefined)?.message ?? cause.message) : '';
  return new Error(`${new URL(url).host} is not ready${reason && `: ${reason}`}`, { cause });
}

/** Connects by both protocols, once it is known who answers. */
async function connect({ host: { host, port, grpcPort }, isSecure, key }: NodeOptions): Promise<NodeClients> {
  const base = baseUrl({ host, port }, isSecure);
  const http: NodeClients['http'] = (path, body) => askJson(`${base}${path}`, key, body);
  assertWeaviate(await http('/meta'), `${host}:${port}`);
  await assertSpeaksHttp2(`http${isSecure ? 's' : ''}://${host}:${grpcPort}`);
  const credentials = key ? new ApiKey(key) : undefined;
  const grpc = await weaviate.connectToCustom({
    httpHost: host,
    httpPort: port,
    httpSecure: isSecure,
    grpcHost: host,
    grpcPort,
    grpcSecure: isSecure,
    timeout: TIMEOUTS,
    skipInitChecks: true,
    ...(credentials && { authCredentials: credentials }),
  });
  return { grpc, http };
}

/** What gRPC goes by: of a port that has none of it, the library would say so after half a minute. */
async function assertSpeaksHttp2(url: string): Promise<void> {
  const session = connectHttp2(url);
  try {
    await new Promise<void>((resolve, reject) => {
      session.once('remoteSettings', () => resolve());
      session.once('error', reject);
      // Whoever hangs up without a word makes no error.
      session.once('close', () => reject(new Error('it closes the connection')));
      session.setTimeout(SILENCE_MS, () => reject(new Error('it is silent')));
    });
  } catch (cause) {
    const message = `its gRPC port ${new URL(url).host} does not answer: ${(cause as Error).message}`;
    throw new Error(message, { cause });
  } finally {
    session.destroy();
  }
}

async function askJson(url: string, key: string | undefined, body: unknown): Promise<unknown> {
  const isRead = body === undefined;
  const response = await fetch(url, {
    method: isRead ? 'GET' : 'POST',
    headers: { ...authorization(key), ...(!isRead && { 'content-type': 'application/json' }) },
    signal: AbortSignal.timeout((isRead ? TIMEOUTS.query : TIMEOUTS.insert) * 1000),
    ...(!isRead && { body: JSON.stringify(body) }),
  });
  if (response.status === 404) return null;
  const text = await response.text();
  if (!response.ok) throw Object.assign(new Error(`${response.status}: ${text}`), { code: response.status });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notWeaviate(new URL(url).host, cause);
  }
}

function authorization(key: string | undefined): Record<string, string> {
  return key ? { authorization: `Bearer ${key}` } : {};
}

function baseUrl({ host, port }: Pick<ClusterHost, 'host' | 'port'>, isSecure: boolean): string {
  return `http${isSecure ? 's' : ''}://${host}:${port}/v1`;
}
