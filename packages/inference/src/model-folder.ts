import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FootnoteError } from '@footnote/core';
import { type CheckedFiles, sha256OfFile } from './checksums.ts';

/** A folder of weights as transformers.js reads it. */
export interface ModelFolder {
  readonly directory: string;
  /** The ONNX file, below `directory`. */
  readonly weightsPath: string;
  /** SHA-256 (hex) of the weights: what is loaded must match it. */
  readonly weightsSha256: string;
  /** Whether the weights are the int8 file that transformers.js calls quantized. */
  readonly quantized: boolean;
  /** The last part of the `_name_or_path` in config.json, else the folder's name. */
  readonly name: string;
  readonly dimensions: number;
  /** Tokens that one input may have, the special ones included. */
  readonly maxTokens: number;
}

interface ModelConfig {
  readonly _name_or_path?: string;
  readonly hidden_size?: number;
  readonly max_position_embeddings?: number;
  readonly model_type?: string;
}

/**
 * Reads what a model folder says about itself, and hashes its weights unless they were checked; loads nothing.
 * @throws FootnoteError `MODEL_INVALID` when a file that it needs is missing or makes no sense
 */
export async function readModelFolder(directory: string, checked: CheckedFiles = {}): Promise<ModelFolder> {
  const config = await requiredJson<ModelConfig>(directory, 'config.json');
  const tokenizer = await requiredJson<{ model_max_length?: number }>(directory, 'tokenizer_config.json');
  const sentence = await optionalJson<{ max_seq_length?: number }>(directory, 'sentence_bert_config.json');
  const { file, quantized } = findWeights(directory);
  const weightsPath = join(directory, file);
  if (!Number.isInteger(config.hidden_size)) {
    throw invalid(directory, 'config.json has no hidden_size');
  }
  return {
    directory,
    weightsPath,
    quantized,
    weightsSha256: checked[file] ?? (await sha256OfFile(weightsPath)),
    name: basename(config._name_or_path || directory),
    dimensions: config.hidden_size as number,
    maxTokens: smallest([tokenizer.model_max_length, positions(config), sentence?.max_seq_length]),
  };
}

/** Parses a JSON file of the folder; undefined when there is none. */
export async function optionalJson<T>(directory: string, path: string): Promise<T | undefined> {
  if (!existsSync(join(directory, path))) return undefined;
  try {
    return JSON.parse(await readFile(join(directory, path), 'utf8')) as T;
  } catch (cause) {
    throw invalid(directory, `${path} is not readable JSON`, cause);
  }
}

async function requiredJson<T>(directory: string, path: string): Promise<T> {
  const value = await optionalJson<T>(directory, path);
  if (value === undefined) throw invalid(directory, `${path} is missing`);
  return value;
}

function findWeights(directory: string): { file: string; quantized: boolean } {
  for (const [file, quantized] of [
    ['onnx/model_quantized.onnx', true],
    ['onnx/model.onnx', false],
  ] as const) {
    if (existsSync(join(directory, file))) return { file, quantized };
  }
  throw invalid(directory, 'onnx/model_quantized.onnx is missing');
}

// RoBERTa-like models number positions from 2, so two of them cannot be used.
function positions(config: ModelConfig): number | undefined {
  const reserved = /roberta|camembert|mpnet/.test(config.model_type ?? '') ? 2 : 0;
  return config.max_position_embeddings && config.max_position_embeddings - reserved;
}

// Tokenizers without a limit say 1e30.
function smallest(limits: readonly (number | undefined)[]): number {
  const known = limits.filter((limit): limit is number => limit !== undefined && limit < 1e9);
  return known.length > 0 ? Math.min(...known) : 512;
}

function invalid(directory: string, problem: string, cause?: unknown): FootnoteError {
  return new FootnoteError(
    'MODEL_INVALID',
    `The model folder ${directory} cannot be used: ${problem}. It needs config.json, tokenizer.json, tokenizer_config.json and onnx/model_quantized.onnx, as transformers.js lays them out.`,
    { cause },
  );
}
