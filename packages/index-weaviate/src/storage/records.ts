import weaviate from 'weaviate-client';
import { indexDamaged } from '../cluster/cluster-errors.ts';
import { checksumOf } from './checksum.ts';
import { recordId } from './object-ids.ts';
import { MOST_RESULTS, type ObjectStore, type StoredObject } from './object-store.ts';

/** What an index knows besides articles: `manifest`, `file`, `writer`, `calibration`. */
export type RecordKind = 'manifest' | 'file' | 'writer' | 'calibration';

/** Reads and writes records: JSON under a kind and a name, each found by its id. */
export class Records {
  readonly #store: ObjectStore;

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  /** @throws FootnoteError `INDEX_DAMAGED` */
  async read<Value>(kind: RecordKind, name: string): Promise<Value | null> {
    const record = await this.#store.byId('records', recordId(kind, name));
    return record && this.#parse<Value>(record);
  }

  async write(kind: RecordKind, name: string, content: unknown): Promise<void> {
    const value = JSON.stringify(content);
    const properties = { kind, name, value, checksum: checksumOf([kind, name, value]) };
    await this.#store.put('records', [{ id: recordId(kind, name), properties }]);
  }

  async delete(kind: RecordKind, name: string): Promise<void> {
    await this.#store.delete('records', [recordId(kind, name)]);
  }

  /** All records of a kind of which there are few. */
  async all<Value>(kind: RecordKind): Promise<Value[]> {
    const filters = weaviate.filter.byProperty('kind').equal(kind);
    const found = await this.#store.fetch('records', { filters, limit: MOST_RESULTS });
    const newest = await this.#store.byIds(
      'records',
      found.map(({ id }) => id),
    );
    return [...newest.values()].map((record) => this.#parse<Value>(record));
  }

  #parse<Value>({ properties: { kind, name, value, checksum } }: StoredObject<'records'>): Value {
    if (checksumOf([kind, name, value]) === checksum) return JSON.parse(value) as Value;
    throw indexDamaged(
      this.#store.cluster.location,
      `the checksum of its record "${kind} ${name}" does not match`,
    );
  }
}
