import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbedder } from './create-embedder.ts';
import { resolveEmbeddingModel } from './embedding-model.ts';

const SHIPPED = dirname(createRequire(import.meta.url).resolve('@footnote/embedding-model/package.json'));

let workplace: string;
let folder: string;

beforeEach(() => {
  workplace = mkdtempSync(join(tmpdir(), 'footnote-model-'));
  folder = join(workplace, 'all-MiniLM');
  cpSync(SHIPPED, folder, { recursive: true });
});
afterEach(() => rmSync(workplace, { recursive: true }));

describe('resolveEmbeddingModel', () => {
  it('takes the weights that ship, with what they say about themselves', async () => {
    const { identity, folder: found } = await resolveEmbeddingModel();
    expect(identity).toMatchObject({
      id: 'all-MiniLM-L6-v2',
      dimensions: 384,
      pooling: 'mean',
      queryPrefix: '',
    });
    expect(found).toMatchObject({ maxTokens: 512, directory: SHIPPED });
  });

  it('reads pooling and query prefix from the files beside the weights', async () => {
    rmSync(join(folder, 'checksums.json'));
    writeFileSync(join(folder, '1_Pooling/config.json'), '{"pooling_mode_cls_token":true}');
    writeFileSync(join(folder, 'config_sentence_transformers.json'), '{"prompts":{"query":"find: "}}');
    const { identity } = await resolveEmbeddingModel({
      setting: basename(folder),
      workingDirectory: workplace,
    });
    expect(identity).toMatchObject({ pooling: 'cls', queryPrefix: 'find: ' });
  });

  it.each(['1_Pooling/config.json', 'config_sentence_transformers.json'])(
    'without %s, it asks for FOOTNOTE_POOLING and takes it',
    async (file) => {
      rmSync(join(folder, 'checksums.json'));
      rmSync(join(folder, file));
      await expect(resolveEmbeddingModel({ setting: folder })).rejects.toThrow(/FOOTNOTE_POOLING/);
      const { identity } = await resolveEmbeddingModel({ setting: folder, pooling: 'mean' });
      expect(identity.pooling).toBe('mean');
    },
  );

  it('refuses weights that are not those of the checksums', async () => {
    const weights = join(folder, 'onnx/model_quantized.onnx');
    const bytes = readFileSync(weights);
    bytes[1000]! ^= 1;
    writeFileSync(weights, bytes);
    await expect(resolveEmbeddingModel({ setting: folder })).rejects.toMatchObject({
      code: 'MODEL_CHECKSUM',
    });
  });

  it('a folder that is not there, or holds no model, is an error with the remedy', async () => {
    const missing = resolveEmbeddingModel({ setting: './none' });
    await expect(missing).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' });
    await expect(resolveEmbeddingModel({ setting: workplace })).rejects.toMatchObject({
      code: 'MODEL_INVALID',
    });
  });
});

describe('a hub id', () => {
  let hub: Server;
  let requests: string[];
  const options = () => ({
    setting: 'somebody/model',
    cacheDirectory: join(workplace, 'cache'),
    hubUrl: `http://127.0.0.1:${(hub.address() as AddressInfo).port}`,
  });

  beforeEach(async () => {
    requests = [];
    hub = createServer((request, response) => {
      const path = request.url!.replace('/somebody/model/resolve/main/', '');
      requests.push(path);
      try {
        response.end(readFileSync(join(folder, path)));
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => hub.close(resolve)));

  it('is downloaded once, with checksums, and used', async () => {
    const told: string[] = [];
    const onDownload = (file: string) => told.push(file);
    const { identity } = await resolveEmbeddingModel({ ...options(), onDownload });
    expect(identity.pooling).toBe('mean');
    expect(told).toContain('somebody/model/onnx/model_quantized.onnx');
    const count = requests.length;
    await resolveEmbeddingModel(options());
    expect(requests.length).toBe(count);
    writeFileSync(join(workplace, 'cache/somebody/model/tokenizer.json'), '{}');
    await expect(resolveEmbeddingModel(options())).rejects.toMatchObject({ code: 'MODEL_CHECKSUM' });
  });

  it('leaves nothing behind when a file is missing there', async () => {
    rmSync(join(folder, 'tokenizer.json'));
    await expect(resolveEmbeddingModel(options())).rejects.toMatchObject({ code: 'MODEL_DOWNLOAD_FAILED' });
    await expect(resolveEmbeddingModel(options())).rejects.toThrow(/404/);
  });
});

describe('createEmbedder', () => {
  it('gives unit vectors, the same bits each time, and close ones for close meanings', async () => {
    const embedder = await createEmbedder();
    const [first, again, query, far] = await Promise.all([
      embedder.embedPassage('The cat sleeps on the sofa.'),
      embedder.embedPassage('The cat sleeps on the sofa.'),
      embedder.embedQuery('Where does the cat sleep?'),
      embedder.embedPassage('Parliament raised the tax on diesel.'),
    ]);
    await embedder.close();
    const dot = (a: Float32Array, b: Float32Array) =>
      a.reduce((sum, value, index) => sum + value * b[index]!, 0);
    expect(first).toEqual(again);
    expect(dot(first, first)).toBeCloseTo(1, 5);
    expect(dot(first, query)).toBeGreaterThan(dot(far, query) + 0.3);
  });

  it('a passage that does not fit is an error, a question that does not is cut', async () => {
    const embedder = await createEmbedder();
    const long = 'word '.repeat(600);
    await expect(embedder.embedPassage(long)).rejects.toMatchObject({ code: 'TEXT_TOO_LONG' });
    expect(await embedder.embedQuery(long)).toHaveLength(384);
    await embedder.close();
  });
});
