import { FootnoteError } from '@footnote/core';

/** One node of a cluster, as it is reached. */
export interface ClusterHost {
  readonly host: string;
  /** Of HTTP. */
  readonly port: number;
  readonly grpcPort: number;
}

/** An index in a Weaviate cluster. */
export interface ClusterLocation {
  /** Any of the cluster's nodes; the others are asked when one is away. */
  readonly hosts: readonly ClusterHost[];
  readonly isSecure: boolean;
  /** Of the index: a cluster holds many. */
  readonly name: string;
  /** Copies of each object, for an index that is yet to be made; undefined: three, or as many as there are nodes. */
  readonly replicas: number | undefined;
  /** Parts that its objects are spread over, for an index that is yet to be made; undefined: one a node. */
  readonly shards: number | undefined;
}

const PATTERN = /^(weaviates?):\/\/([^/?#]+)\/([^/?#]*)(?:\?([^#]*))?$/;
const NAME = /^[a-z][a-z0-9_]{0,59}$/;
const HTTP_PORT = 8080;
const GRPC_PORT = 50_051;
const MOST_REPLICAS = 9;
const MOST_SHARDS = 1024;
const FORM =
  'Write weaviate://host:port/name, more hosts parted by commas (weaviates for TLS), with ?grpc=port where that is not 50051.';

/**
 * Reads `weaviate://host:port[,host:port]/name?grpc=port[,port]&replicas=3&shards=3`, all but host and name optional.
 * @throws FootnoteError `INDEX_PATH_INVALID`
 */
export function parseClusterLocation(url: string): ClusterLocation {
  const [, scheme, authority = '', name = '', query = ''] = PATTERN.exec(url) ?? [];
  // What may be a key is not repeated.
  if (authority.includes('@')) {
    throw invalid(
      'An address holds no key. Set FOOTNOTE_WEAVIATE_KEY to it, and leave it out of the address.',
    );
  }
  if (!scheme) throw invalid(`"${url}" names no index in a cluster. ${FORM}`);
  if (!NAME.test(name)) {
    throw invalid(`"${name}" is no name of an index: small letters, digits and _, a letter first. ${FORM}`);
  }
  const parameters = new URLSearchParams(query);
  for (const known of parameters.keys()) {
    if (!['grpc', 'replicas', 'shards'].includes(known))
      throw invalid(`"${known}" is no setting of an index. ${FORM}`);
  }
  const count = (setting: string, most: number) => {
    const value = parameters.get(setting);
    return value === null ? undefined : wholeNumber(value, { what: setting, most });
  };
  return {
    hosts: parseHosts(authority, parameters.get('grpc')),
    isSecure: scheme === 'weaviates',
    name,
    replicas: count('replicas', MOST_REPLICAS),
    shards: count('shards', MOST_SHARDS),
  };
}

/** As a person would write it, without what is only for making it. */
export function describeLocation({ hosts, isSecure, name }: ClusterLocation): string {
  const authority = hosts.map(({ host, port }) => `${host}:${port}`).join(',');
  const grpc = new Set(hosts.map(({ grpcPort }) => grpcPort));
  const ports = grpc.size === 1 ? [...grpc] : hosts.map(({ grpcPort }) => grpcPort);
  const query = ports.every((port) => port === GRPC_PORT) ? '' : `?grpc=${ports.join(',')}`;
  return `weaviate${isSecure ? 's' : ''}://${authority}/${name}${query}`;
}

function parseHosts(authority: string, grpc: string | null): ClusterHost[] {
  const hosts = authority.split(',');
  const ports = (grpc ?? String(GRPC_PORT)).split(',').map(toPort);
  if (ports.length !== 1 && ports.length !== hosts.length) {
    throw invalid(
      `There are ${hosts.length} hosts and ${ports.length} gRPC ports. Give one port, or one a host.`,
    );
  }
  return hosts.map((each, index) => {
    const [, host, port] = /^(\[[^\]]+\]|[^:[\]]+)(?::(\d+))?$/.exec(each) ?? [];
    if (!host) throw invalid(`"${each}" is no host. ${FORM}`);
    return { host, port: port ? toPort(port) : HTTP_PORT, grpcPort: ports[index] ?? ports[0]! };
  });
}

function toPort(text: string): number {
  return wholeNumber(text, { what: 'A port', most: 65_535 });
}

function wholeNumber(text: string, { what, most }: { what: string; most: number }): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number >= 1 && number <= most) return number;
  throw invalid(`${what} is a whole number from 1 to ${most}, and "${text}" is none. ${FORM}`);
}

function invalid(message: string): FootnoteError {
  return new FootnoteError('INDEX_PATH_INVALID', message);
}
