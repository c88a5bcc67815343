export { checkModelFiles } from './checksums.ts';
export { createEmbedder, type EmbedderOptions } from './create-embedder.ts';
export type { Embedder, EmbeddingModelIdentity, Pooling } from './embedder.ts';
export { type EmbeddingModel, type EmbeddingModelOptions, resolveEmbeddingModel } from './embedding-model.ts';
export { importTransformers, loadModel } from './load-model.ts';
export { type ModelFolder, readModelFolder } from './model-folder.ts';
export { locateModel, type ModelLocation } from './model-location.ts';
export { type CountTokens, createTokenCounter } from './token-counter.ts';
