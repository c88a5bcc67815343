export type { Embedder, EmbeddingModelIdentity } from './embedder.ts';
