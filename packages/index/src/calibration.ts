/** A threshold that was fitted to what an index holds; it says something only beside the models it was fitted with. */
export interface Calibration {
  /** The least confidence that is answered, 0 to 1. */
  readonly threshold: number;
  /** SHA-256 of the embedding model's weights. */
  readonly embeddingModel: string;
  /** SHA-256 of the reader's weights; null without a reader. */
  readonly readerModel: string | null;
}
