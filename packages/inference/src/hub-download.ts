import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { FootnoteError } from '@footnote/core';
import { CHECKSUMS_FILE } from './checksums.ts';

export interface DownloadOptions {
  readonly cacheDirectory: string;
  readonly hubUrl: string;
  readonly onDownload?: ((file: string) => void) | undefined;
  /** The environment variable that a remedy names. */
  readonly variable: string;
}

const REQUIRED = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'];
const OPTIONAL = ['1_Pooling/config.json', 'config_sentence_transformers.json', 'sentence_bert_config.json'];

/**
 * Brings a model from the hub into the cache, or takes it from there. transformers.js has a download of its own,
 * whose cache is neither atomic nor checked; here a folder appears whole, under its final name, with the
 * checksums of what was received, or not at all.
 * @throws FootnoteError `MODEL_DOWNLOAD_FAILED`
 */
export async function downloadModel(id: string, options: DownloadOptions): Promise<string> {
  const directory = join(options.cacheDirectory, ...id.split('/'));
  if (existsSync(join(directory, CHECKSUMS_FILE))) return directory;
  const partial = `${directory}.${randomUUID()}.partial`;
  try {
    const checksums: Record<string, string> = {};
    for (const file of [...REQUIRED, ...OPTIONAL]) {
      options.onDownload?.(`${id}/${file}`);
      const url = `${options.hubUrl}/${id}/resolve/main/${file}`;
      const sha256 = await downloadFile(url, join(partial, file), OPTIONAL.includes(file));
      if (sha256) checksums[file] = sha256;
    }
    await writeFile(join(partial, CHECKSUMS_FILE), `${JSON.stringify(checksums, null, 2)}\n`);
    await rename(partial, directory);
    return directory;
  } catch (cause) {
    throw new FootnoteError(
      'MODEL_DOWNLOAD_FAILED',
      `The model "${id}" is no folder here and could not be downloaded from ${options.hubUrl}: ${(cause as Error).message}. Check the id and the connection, or set ${options.variable} to a folder that holds it.`,
      { cause },
    );
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function downloadFile(url: string, path: string, optional: boolean): Promise<string | null> {
  const response = await fetch(url);
  if (response.status === 404 && optional) return null;
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`);
  await mkdir(dirname(path), { recursive: true });
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(Readable.fromWeb(response.body as ReadableStream), hashing, createWriteStream(path));
  return hash.digest('hex');
}
