import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SecuredNode, startSecuredNode } from './secured-node.ts';

const PROGRAM = resolve(import.meta.dirname, '../../apps/cli/bin/footnote.js');

let folder: string;
let node: SecuredNode;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-secured-'));
  writeFileSync(
    join(folder, 'river.txt'),
    'The river rose in the night. The mayor closed the bridge at six.',
  );
  node = await startSecuredNode(folder);
  const { status, printed } = await footnote(['index', join(folder, 'river.txt')], known());
  if (status !== 0) throw new Error(printed);
});

afterAll(async () => {
  await node?.close();
  rmSync(folder, { recursive: true });
});

/** The environment of one who knows the key and whoever signed the certificate. */
function known(key = node.keys.writer): Record<string, string> {
  return {
    FOOTNOTE_INDEX: node.url('news', 'valid'),
    NODE_EXTRA_CA_CERTS: join(folder, 'valid.pem'),
    FOOTNOTE_WEAVIATE_KEY: key,
  };
}

async function footnote(args: readonly string[], environment: Readonly<Record<string, string>>) {
  // Certificates of this machine would stand for those of the test.
  const { NODE_EXTRA_CA_CERTS: _, GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...inherited, ...environment } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  }
  const [status] = await once(child, 'close');
  return { status: status as number, printed };
}

describe('a cluster with TLS and a key', () => {
  it.each([
    [['status'], 'Passages'],
    [['search', 'mayor'], 'river.txt'],
    [['ask', 'Who closed the bridge?'], 'The mayor closed the bridge'],
    [['verify'], 'sound'],
  ])('%s works', async (args, printed) => {
    const told = await footnote(args, known());
    expect(told.printed).toContain(printed);
    expect(told.status).toBe(0);
  });

  it('is searched by a key that may read, which may not write', async () => {
    const reader = known(node.keys.reader);
    expect(await footnote(['search', 'mayor'], reader)).toMatchObject({ status: 0 });
    writeFileSync(join(folder, 'bread.txt'), 'The bakery sells rye bread.');
    const told = await footnote(['index', join(folder, 'bread.txt')], reader);
    expect(told.status).toBe(1);
    expect(told.printed).toMatch(/does not let this key do that\. Set FOOTNOTE_WEAVIATE_KEY/);
  });

  it.each([
    ['a wrong key', () => known('key-of-nobody-4713')],
    ['no key', () => known('')],
  ])('says so of %s', async (_, environment) => {
    for (const args of [['status'], ['search', 'mayor'], ['index', folder], ['verify']]) {
      const told = await footnote(args, environment());
      expect(told.status).toBe(1);
      expect(told.printed).toMatch(
        /takes no request without a key that it knows\. Set FOOTNOTE_WEAVIATE_KEY/,
      );
      expect(told.printed).not.toContain('key-of');
    }
  });

  it('says what to do about a certificate of nobody known, and of one that expired', async () => {
    const { NODE_EXTRA_CA_CERTS: _, ...unknown } = known();
    const expired = {
      ...known(),
      FOOTNOTE_INDEX: node.url('news', 'expired'),
      NODE_EXTRA_CA_CERTS: join(folder, 'expired.pem'),
    };
    for (const [environment, why] of [
      [unknown, 'self-signed certificate'],
      [expired, 'certificate has expired'],
    ] as const) {
      const told = await footnote(['status'], environment);
      expect(told.status).toBe(1);
      expect(told.printed).toMatch(/certificate of the cluster .* does not hold/);
      expect(told.printed).toContain(why);
      expect(told.printed).toContain('NODE_EXTRA_CA_CERTS');
    }
  });

  it('says so of the wrong scheme', async () => {
    const secure = known();
    const [clear, encrypted] = [node.url('news', null), secure.FOOTNOTE_INDEX!];
    for (const url of [
      clear.replace('weaviate:', 'weaviates:'),
      encrypted.replace('weaviates:', 'weaviate:'),
    ]) {
      const told = await footnote(['status'], { ...secure, FOOTNOTE_INDEX: url });
      expect(told.status).toBe(1);
      expect(told.printed).toMatch(/does not answer.*the scheme \(weaviates for TLS\)/);
    }
  });

  it('has the key nowhere in what is kept or logged', () => {
    const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((one) => one.isFile());
    for (const file of files) {
      expect(readFileSync(join(file.parentPath, file.name)).includes(node.keys.writer)).toBe(false);
    }
  });
});
