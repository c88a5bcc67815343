import { FootnoteError } from '@footnote/core';
import type { EmbeddingModelIdentity } from '@footnote/inference';

/**
 * Vectors of two models do not mix.
 * @throws FootnoteError `INDEX_OTHER_MODEL`
 */
export function assertSameModel(
  indexed: EmbeddingModelIdentity,
  given: EmbeddingModelIdentity,
  location: string,
): void {
  const differences = (['sha256', 'dimensions', 'pooling', 'queryPrefix'] as const).filter(
    (field) => indexed[field] !== given[field],
  );
  if (differences.length === 0) return;
  throw new FootnoteError(
    'INDEX_OTHER_MODEL',
    `The index in ${location} was made with ${describe(indexed)}, not with ${describe(given)} (different: ${differences.join(', ')}). Set FOOTNOTE_MODEL to the model that made it, or index into another place with --index.`,
  );
}

function describe({ id, sha256, pooling }: EmbeddingModelIdentity): string {
  return `${id} (${pooling} pooling, SHA-256 ${sha256.slice(0, 12)}…)`;
}
