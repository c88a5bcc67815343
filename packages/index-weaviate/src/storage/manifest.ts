import { FootnoteError, searchTermsVersion } from '@footnote/core';
import type { EmbeddingModelIdentity } from '@footnote/inference';
import type { Records } from './records.ts';

/** Of the collections and their properties. */
const FORMAT = 1;
const NAME = 'index';

/** What an index says about itself. */
export interface Manifest {
  readonly format: number;
  readonly model: EmbeddingModelIdentity;
  /** The version of the terms that passages are found by (`searchTermsVersion`). */
  readonly searchTerms: string;
}

/**
 * Null where there is no index.
 * @throws FootnoteError `INDEX_FORMAT_TOO_NEW`, `INDEX_DAMAGED`
 */
export async function readManifest(records: Records, location: string): Promise<Manifest | null> {
  const manifest = await records.read<Manifest>('manifest', NAME);
  if (manifest && manifest.format > FORMAT) {
    throw new FootnoteError(
      'INDEX_FORMAT_TOO_NEW',
      `The index at ${location} has format ${manifest.format}, and this Footnote knows ${FORMAT}. Use a newer Footnote.`,
    );
  }
  return manifest;
}

export async function writeManifest(records: Records, model: EmbeddingModelIdentity): Promise<Manifest> {
  const manifest = { format: FORMAT, model, searchTerms: searchTermsVersion() };
  await records.write('manifest', NAME, manifest);
  return manifest;
}
