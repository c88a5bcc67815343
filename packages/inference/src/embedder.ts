/** What identifies the vectors a model makes: vectors of two models with any difference here do not mix. */
export interface EmbeddingModelIdentity {
  /** Name as people know it (`all-MiniLM-L6-v2`), for display. */
  readonly id: string;
  /** SHA-256 (hex) of the weights file. */
  readonly sha256: string;
  readonly dimensions: number;
  readonly pooling: Pooling;
  readonly queryPrefix: string;
}

/** How the vectors of a text's tokens become the vector of the text: their mean, or that of the first token. */
export type Pooling = 'mean' | 'cls';

/** Turns texts into unit vectors. Runs the weights outside the caller's event loop. */
export interface Embedder {
  readonly model: EmbeddingModelIdentity;
  /** One question or query, the model's query prefix put before it. Never waits behind `embedPassage` calls of another process. */
  embedQuery(text: string, options?: { signal?: AbortSignal | undefined }): Promise<Float32Array>;
  /** One passage, embedded alone so that the same text always gives the same bits. */
  embedPassage(text: string): Promise<Float32Array>;
  close(): Promise<void>;
}
