import type { Embedder, EmbeddingModelIdentity } from '@footnote/inference';

/** Vectors that the model made, by the text they were made of. */
export type VectorRecording = Readonly<Record<string, readonly number[]>>;

/** Wraps an embedder to keep what it makes. */
export function recordingEmbedder(embedder: Embedder): { embedder: Embedder; recording: VectorRecording } {
  const recording: Record<string, readonly number[]> = {};
  const embedPassage = async (text: string): Promise<Float32Array> => {
    const vector = await embedder.embedPassage(text);
    recording[text] = [...vector];
    return vector;
  };
  return { embedder: { ...embedder, embedPassage }, recording };
}

/**
 * Gives the vectors that the model made in an earlier run: what is put to the test by killing is how they are
 * stored, and a run that need not load the model can be killed ten times as often.
 */
export function recordedEmbedder(model: EmbeddingModelIdentity, recording: VectorRecording): Embedder {
  return {
    model,
    embedQuery: () => Promise.reject(new Error('questions were not recorded')),
    async embedPassage(text) {
      const vector = recording[text];
      if (!vector) throw new Error(`not recorded: ${text}`);
      return Float32Array.from(vector);
    },
    close: async () => {},
  };
}
