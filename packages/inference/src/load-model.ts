import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { FootnoteError } from '@footnote/core';
import type { ModelFolder } from './model-folder.ts';

type Transformers = typeof import('@xenova/transformers');

/** The part of onnxruntime-node's InferenceSession that transformers.js opens models with. */
interface SessionFactory {
  create(model: Uint8Array | string, options?: object): Promise<unknown>;
}

/**
 * Loads a model and its tokenizer through transformers.js from a folder, never from the network, on one thread.
 * To be called in a process of its own, once: it settles how that process opens weights.
 * @throws FootnoteError `MODEL_CHECKSUM` when the weights are not those that the folder had when it was read
 */
export async function loadModel<Model>(
  folder: ModelFolder,
  autoModel: (transformers: Transformers) => {
    from_pretrained(name: string, options: object): Promise<Model>;
  },
) {
  const transformers = await importTransformers(folder);
  openWeightsByPath(folder);
  const name = basename(folder.directory);
  return {
    transformers,
    tokenizer: await transformers.AutoTokenizer.from_pretrained(name),
    model: await autoModel(transformers).from_pretrained(name, { quantized: folder.quantized }),
  };
}

/** transformers.js, set to read `folder` and nothing else. Its tokenizers are usable in any process. */
export async function importTransformers(folder: ModelFolder): Promise<Transformers> {
  const transformers = await import('@xenova/transformers');
  transformers.env.localModelPath = dirname(folder.directory);
  transformers.env.allowRemoteModels = false;
  // Its cache is looked at before the local path, and is not checked.
  transformers.env.useFSCache = false;
  return transformers;
}

/**
 * transformers.js passes no session options, and onnxruntime-node 1.14 would ignore them for a model given as
 * bytes, as transformers.js gives it; it honours them for one given as a path. Two processes that take every core
 * each are half as fast as two of one thread, so the session's factory is replaced in this process: the bytes that
 * transformers.js read are checked, and the same file is opened by its path with one thread.
 */
function openWeightsByPath(folder: ModelFolder): void {
  // The very module that transformers.js imported, wherever npm has put it.
  const requireLikeTransformers = createRequire(
    createRequire(import.meta.url).resolve('@xenova/transformers'),
  );
  const { InferenceSession } = requireLikeTransformers('onnxruntime-node') as {
    InferenceSession: SessionFactory;
  };
  const create = InferenceSession.create.bind(InferenceSession);
  InferenceSession.create = (model) => {
    checkWeights(folder, model as Uint8Array);
    return create(folder.weightsPath, {
      executionProviders: ['cpu'],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
    });
  };
}

function checkWeights(folder: ModelFolder, bytes: Uint8Array): void {
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual === folder.weightsSha256) return;
  throw new FootnoteError(
    'MODEL_CHECKSUM',
    `The weights at ${folder.weightsPath} changed while they were in use (SHA-256 ${actual}, expected ${folder.weightsSha256}). Start again.`,
  );
}
