import type { IndexReader } from '@footnote/index';

/** SHA-256 of the weights that take part in an answer. */
export interface AnsweringModels {
  readonly embeddingModel: string;
  /** Null without a reader. */
  readonly readerModel: string | null;
}

/** The threshold that was fitted to the index with these models; undefined where none was, or with others. */
export async function calibratedThreshold(
  index: IndexReader,
  models: AnsweringModels,
): Promise<number | undefined> {
  const calibration = await index.withSearcher((searcher) => searcher.calibration());
  const isOfModels =
    calibration?.embeddingModel === models.embeddingModel && calibration.readerModel === models.readerModel;
  return isOfModels ? calibration.threshold : undefined;
}
