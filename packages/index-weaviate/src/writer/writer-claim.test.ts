import { afterEach, expect, it } from 'vitest';
import type { RecordKind, Records } from '../storage/records.ts';
import { WriterClaim, type WriterRecord } from './writer-claim.ts';

/** Records that are kept in memory rather than in a cluster. */
function recordsInMemory() {
  const kept = new Map<string, unknown>();
  const records = {
    read: async (kind: RecordKind, name: string) => kept.get(`${kind} ${name}`) ?? null,
    write: async (kind: RecordKind, name: string, value: unknown) => void kept.set(`${kind} ${name}`, value),
    all: async () => [...kept.values()],
  } as unknown as Records;
  return { records, written: () => [...kept.values()] as WriterRecord[] };
}

const IN_HAND = [{ key: 'a.md', starts: [0, 120] }];
const claims: WriterClaim[] = [];

async function claimed(records: Records): Promise<WriterClaim> {
  const claim = await WriterClaim.make({ records, share: undefined, location: 'weaviate://node/news' });
  claims.push(claim);
  return claim;
}

afterEach(() => Promise.all(claims.splice(0).map((claim) => claim.release())));

it('leaves to the next writer what a change that failed had in hand', async () => {
  const { records } = recordsInMemory();
  const claim = await claimed(records);
  await claim.takeInHand(IN_HAND);
  await claim.release();
  expect((await claimed(records)).inHand).toEqual(IN_HAND);
});

it('leaves nothing of what was settled', async () => {
  const { records, written } = recordsInMemory();
  const claim = await claimed(records);
  await claim.takeInHand(IN_HAND);
  claim.putDown();
  await claim.release();
  expect(written()).toMatchObject([{ holder: null, inHand: [] }]);
});

it('is one at a time', async () => {
  const { records } = recordsInMemory();
  await claimed(records);
  await expect(claimed(records)).rejects.toMatchObject({ code: 'INDEX_LOCKED' });
});
