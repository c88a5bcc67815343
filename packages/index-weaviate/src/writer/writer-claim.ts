import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { FootnoteError } from '@footnote/core';
import type { Share } from '@footnote/index';
import type { Records } from '../storage/records.ts';
import { shareName } from '../storage/share-name.ts';

/** Articles that a writer is at: places where passages of each may stand, until it is settled which of them do. */
export type ArticlesInHand = readonly { readonly key: string; readonly starts: readonly number[] }[];

/** What is kept of the writer of a share, the one that was last. */
export interface WriterRecord {
  readonly share: string;
  readonly of: number;
  /** Null when it ended. */
  readonly holder: { readonly id: string; readonly host: string; readonly process: number } | null;
  /** ISO 8601 instant up to which its claim holds, unless it renews it. */
  readonly expiresAt: string;
  readonly inHand: ArticlesInHand;
  /** ISO 8601 instant of its last change to the index; null before. */
  readonly updatedAt: string | null;
}

/** A claim outlives a machine that died by so long; clocks of machines should not differ by more than a few seconds. */
const CLAIM_MS = 30_000;
const RENEW_MS = 8_000;
/** Between two tries of one that waits; some chance in it, so that two do not meet for ever. */
const RETRY_MS = 400;

/** Longer than a record takes to be written. */
const SETTLE_MS = 100;

export interface ClaimOptions {
  readonly records: Records;
  readonly share: Share | undefined;
  readonly location: string;
  readonly wait?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The claim of one writer on its share. A writer says that it is there, and then looks whether another is: of two that
 * come at once, at least one sees the other and steps back. It keeps writers from doing each other's work; that each of
 * their steps can be made twice is what keeps the index right.
 */
export class WriterClaim {
  readonly #records: Records;
  readonly #location: string;
  #record: WriterRecord;
  readonly #timer: NodeJS.Timeout;
  /** Writes of the record, one after the other. */
  #writing: Promise<void> = Promise.resolve();
  #isLost = false;

  /** Renews a record that was written, until it is released. */
  constructor({ records, location }: ClaimOptions, record: WriterRecord) {
    this.#records = records;
    this.#location = location;
    this.#record = record;
    this.#timer = setInterval(() => void this.#renew(), RENEW_MS).unref();
  }

  /** @throws FootnoteError `INDEX_LOCKED` unless it waits; the signal's reason when that aborts */
  static async make(options: ClaimOptions): Promise<WriterClaim> {
    for (;;) {
      const { claim, rival } = await tryClaim(options);
      if (claim) return claim;
      if (!options.wait) throw locked(options.location, rival);
      await pause(RETRY_MS * (0.5 + Math.random()), undefined, { signal: options.signal });
    }
  }

  /** What this writer, or the last one of the share, has not settled yet. */
  get inHand(): ArticlesInHand {
    return this.#record.inHand;
  }

  /**
   * Notes the articles whose passages are about to change, so that a writer that comes after can settle them.
   * @throws FootnoteError `INDEX_LOCKED` when another took the claim, since this one did not renew it in time
   */
  async takeInHand(inHand: ArticlesInHand): Promise<void> {
    if (this.#isLost) throw locked(this.#location, null);
    await this.#write({ inHand, updatedAt: new Date().toISOString() });
  }

  /** What was in hand is settled. That is noted with what comes next, at the latest when the claim is released. */
  putDown(): void {
    this.#record = { ...this.#record, inHand: [] };
  }

  /** What is still in hand, as a change to it failed, stays noted. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    if (!this.#isLost) await this.#write({ holder: null });
  }

  async #renew(): Promise<void> {
    try {
      const now = await this.#records.read<WriterRecord>('writer', this.#record.share);
      if (now?.holder?.id === this.#record.holder?.id) await this.#write({});
      else this.#isLost = true;
    } catch {
      // The next change to the index meets the same error, and has someone to tell it to.
    }
  }

  async #write(changed: Partial<WriterRecord>): Promise<void> {
    this.#record = { ...this.#record, ...changed, expiresAt: new Date(Date.now() + CLAIM_MS).toISOString() };
    const { share } = this.#record;
    const record = this.#record;
    const before = this.#writing.catch(() => {});
    this.#writing = before.then(() => this.#records.write('writer', share, record));
    await this.#writing;
  }
}

interface Attempt {
  readonly claim: WriterClaim | null;
  readonly rival: WriterRecord | null;
}

async function tryClaim(options: ClaimOptions): Promise<Attempt> {
  const { records, share } = options;
  const name = shareName(share);
  const before = await records.read<WriterRecord>('writer', name);
  if (before && isHeld(before)) return { claim: null, rival: before };
  const holder = { id: randomUUID(), host: hostname(), process: process.pid };
  const record: WriterRecord = {
    share: name,
    of: share?.of ?? 1,
    holder,
    expiresAt: new Date(Date.now() + CLAIM_MS).toISOString(),
    inHand: before?.inHand ?? [],
    updatedAt: before?.updatedAt ?? null,
  };
  await records.write('writer', name, record);
  // Whoever looked before this was written has written over it by then.
  await pause(SETTLE_MS);
  const all = await records.all<WriterRecord>('writer');
  const rival = all.find((other) => isRival(other, record) && isHeld(other));
  if (rival) {
    // Of one share, the other has written over this record, or is about to: it is the other's then.
    if (rival.share !== name) await records.write('writer', name, { ...record, holder: null });
    return { claim: null, rival };
  }
  return { claim: new WriterClaim(options, record), rival: null };
}

/** Whether two writers would write the same articles. */
function isRival(other: WriterRecord, { share, of, holder }: WriterRecord): boolean {
  if (other.share === share) return other.holder?.id !== holder?.id;
  return other.of !== of;
}

/** Whether a writer is at work: a claim of a process of this machine that is no more does not hold. */
export function isHeld({ holder, expiresAt }: WriterRecord): boolean {
  if (!holder || Date.parse(expiresAt) < Date.now()) return false;
  return holder.host !== hostname() || isAlive(holder.process);
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function locked(location: string, rival: WriterRecord | null): FootnoteError {
  const who = rival?.holder
    ? ` (process ${rival.holder.process} on ${rival.holder.host}, share ${rival.share})`
    : '';
  return new FootnoteError(
    'INDEX_LOCKED',
    `Another process is changing the index at ${location}${who}. Try again when it is done, or add --wait; one that died is forgotten after half a minute.`,
  );
}
