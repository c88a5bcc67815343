import { FootnoteError } from '@footnote/core';
import { checkModelFiles } from './checksums.ts';
import type { EmbeddingModelIdentity, Pooling } from './embedder.ts';
import { type ModelFolder, optionalJson, readModelFolder } from './model-folder.ts';
import { locateModel, type ModelLocation } from './model-location.ts';

const VARIABLE = 'FOOTNOTE_MODEL';

/** A sentence-embedding model that was found and checked, and not yet loaded. */
export interface EmbeddingModel {
  readonly identity: EmbeddingModelIdentity;
  readonly folder: ModelFolder;
}

export interface EmbeddingModelOptions extends ModelLocation {
  /** `mean` or `cls`, for a folder that does not say (FOOTNOTE_POOLING). What the folder says wins. */
  readonly pooling?: string | undefined;
}

/**
 * Finds the model, checks its files, and reads how its vectors are made from the files that sentence-transformers
 * keeps beside weights. Takes well under a second: no weights are loaded.
 * @throws FootnoteError `MODEL_NOT_FOUND`, `MODEL_DOWNLOAD_FAILED`, `MODEL_CHECKSUM`, `MODEL_INVALID`,
 * `POOLING_UNKNOWN`
 */
export async function resolveEmbeddingModel(options: EmbeddingModelOptions = {}): Promise<EmbeddingModel> {
  const directory = await locateModel(options, VARIABLE);
  const folder = await readModelFolder(directory, await checkModelFiles(directory, VARIABLE));
  return {
    folder,
    identity: {
      id: folder.name,
      sha256: folder.weightsSha256,
      dimensions: folder.dimensions,
      pooling: await readPooling(directory, options.pooling),
      queryPrefix: await readQueryPrefix(directory, options.pooling),
    },
  };
}

async function readPooling(directory: string, setting: string | undefined): Promise<Pooling> {
  const said = await optionalJson<Record<string, unknown>>(directory, '1_Pooling/config.json');
  if (said?.pooling_mode_mean_tokens === true) return 'mean';
  if (said?.pooling_mode_cls_token === true) return 'cls';
  if (setting === 'mean' || setting === 'cls') return setting;
  const problem = said
    ? '1_Pooling/config.json names neither mean nor cls pooling'
    : '1_Pooling/config.json is missing';
  throw new FootnoteError(
    'POOLING_UNKNOWN',
    `The model folder ${directory} does not say how its vectors are pooled: ${problem}${setting ? `, and FOOTNOTE_POOLING is "${setting}"` : ''}. Set FOOTNOTE_POOLING to mean or cls, as the model's card says.`,
  );
}

async function readQueryPrefix(directory: string, pooling: string | undefined): Promise<string> {
  const file = 'config_sentence_transformers.json';
  const said = await optionalJson<{ prompts?: Record<string, string> }>(directory, file);
  if (said) return said.prompts?.query ?? '';
  if (pooling) return '';
  throw new FootnoteError(
    'POOLING_UNKNOWN',
    `The model folder ${directory} does not say what is put before a question: ${file} is missing. Add it ({"prompts": {"query": "…"}}), or set FOOTNOTE_POOLING to mean or cls to embed questions as they are.`,
  );
}
