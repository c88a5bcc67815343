import { getPriority, setPriority } from 'node:os';
import { FootnoteError } from '@footnote/core';
import { serveRequests } from '@footnote/processes';
import type { EmbeddingModel } from './embedding-model.ts';
import { loadModel } from './load-model.ts';
import { poolTokens } from './pool-tokens.ts';

export interface EmbeddingProcessStart {
  readonly model: EmbeddingModel;
  /** Niceness, 0 to 19: processes of a higher one give way to the others on a busy machine. */
  readonly niceness: number;
}

export interface EmbeddingRequest {
  readonly text: string;
  /** A text of more tokens than the model takes is an error, or cut off. */
  readonly tooLong: 'error' | 'cut';
}

// The tokenizer goes through the whole string before it cuts: 16 characters a token are more than any text has.
const CHARACTERS_PER_TOKEN = 16;

serveRequests<EmbeddingProcessStart, EmbeddingRequest, Float32Array>(async ({ model, niceness }) => {
  // Upwards only: whoever runs a command at a low priority means it, and may not raise it again.
  setPriority(Math.max(niceness, getPriority()));
  const loaded = await loadModel(model.folder, (transformers) => transformers.AutoModel);
  const { maxTokens } = model.folder;
  return async ({ text, tooLong }) => {
    const capped = text.slice(0, maxTokens * CHARACTERS_PER_TOKEN);
    const inputs = await loaded.tokenizer(
      capped,
      tooLong === 'cut' ? { truncation: true, max_length: maxTokens } : {},
    );
    if (inputs.input_ids.dims[1] > maxTokens) throw tooManyTokens(inputs.input_ids.dims[1], maxTokens);
    const { last_hidden_state: hidden } = await loaded.model(inputs);
    return checkedVector(poolTokens(hidden.data, hidden.dims[2], model.identity.pooling), model);
  };
});

function checkedVector(vector: Float32Array, model: EmbeddingModel): Float32Array {
  if (vector.length === model.identity.dimensions && vector.every(Number.isFinite)) return vector;
  throw new FootnoteError(
    'MODEL_INVALID',
    `The model ${model.identity.id} gave ${vector.length} numbers, not all of them finite, where ${model.identity.dimensions} were expected. Use another model.`,
  );
}

function tooManyTokens(tokens: number, maxTokens: number): FootnoteError {
  return new FootnoteError(
    'TEXT_TOO_LONG',
    `A passage has ${tokens} tokens and the model takes ${maxTokens}. This is a fault in how passages are cut.`,
  );
}
