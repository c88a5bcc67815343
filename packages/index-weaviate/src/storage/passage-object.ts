import type { NewArticle } from '@footnote/index';
import { indexDamaged } from '../cluster/cluster-errors.ts';
import { articleVersion, filterProperties } from './article-object.ts';
import { checksumOf, vectorChecksum } from './checksum.ts';
import type { PassageProperties } from './collections.ts';
import { passageId } from './object-ids.ts';
import type { NewObject, StoredObject } from './object-store.ts';
import { searchText } from './search-text.ts';

/** Of an article, one object a passage. */
export function passageObjects(added: NewArticle): NewObject<'passages'>[] {
  const { article, passages, vectors } = added;
  const version = articleVersion(added);
  const filters = filterProperties(article);
  return passages.map(({ start, end }, ordinal) => {
    const vector = vectors[ordinal]!;
    const place = { articleKey: article.key, start, end, version };
    const stems = searchText(article, article.text.slice(start, end));
    const checksum = passageChecksum({ ...place, stems });
    return {
      id: passageId({ articleKey: article.key, start }),
      properties: { ...filters, ...place, stems, checksum, vectorChecksum: vectorChecksum(vector) },
      vector,
    };
  });
}

type CheckedProperties = Pick<PassageProperties, 'articleKey' | 'start' | 'end' | 'version' | 'stems'>;

export function passageChecksum({ articleKey, start, end, version, stems }: CheckedProperties): string {
  return checksumOf([articleKey, start, end, version, stems]);
}

/**
 * The vector of a passage that was read whole.
 * @throws FootnoteError `INDEX_DAMAGED`
 */
export function readVector({ properties, vector }: StoredObject<'passages'>, location: string): Float32Array {
  if (vector && vectorChecksum(vector) === properties.vectorChecksum) return vector;
  const what = `the checksum of a vector of "${properties.articleKey}" (at ${properties.start}) does not match`;
  throw indexDamaged(location, what);
}
