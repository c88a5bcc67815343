import { readFileSync, statSync } from 'node:fs';
import { databasePath } from '../storage/index-directory.ts';
import type { Report } from './verification.ts';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

/**
 * Reports a write-ahead log that is damaged before its end. SQLite leaves out, without a word, everything from the
 * first frame on whose checksum does not fit, as that is what an interrupted write looks like. But an interrupted
 * write is the last one: a frame of the same run after it says that commits were lost. The layout is that of
 * https://www.sqlite.org/fileformat.html, "The Write-Ahead Log".
 */
export function verifyLog(directory: string, report: Report): void {
  const path = `${databasePath(directory)}-wal`;
  const fault = logFault(path);
  // A writer may have been at it while it was read.
  if (fault && logFault(path) === fault)
    report('DATABASE', `The write-ahead log ${path} is damaged: ${fault}.`);
}

function logFault(path: string): string | null {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  const log = readFileSync(path);
  if (log.length < HEADER_BYTES) return null;
  const isBigEndian = (log.readUInt32BE(0) & 1) === 1;
  const header = addUp(log.subarray(0, 24), { isBigEndian, sums: [0, 0] });
  if (!sameSums(header, log, 24)) return log.length > HEADER_BYTES ? 'its header does not fit' : null;
  const frameBytes = FRAME_HEADER_BYTES + log.readUInt32BE(8);
  let sums = header;
  let firstBad: number | null = null;
  for (let at = HEADER_BYTES; at + frameBytes <= log.length; at += frameBytes) {
    const isOfThisRun = log.compare(log, 16, 24, at + 8, at + 16) === 0;
    if (firstBad !== null) {
      if (isOfThisRun)
        return `frame ${(firstBad - HEADER_BYTES) / frameBytes} does not fit, and is not the last`;
      continue;
    }
    const before = sums;
    sums = addUp(log.subarray(at, at + 8), { isBigEndian, sums });
    sums = addUp(log.subarray(at + FRAME_HEADER_BYTES, at + frameBytes), { isBigEndian, sums });
    if (!isOfThisRun || !sameSums(sums, log, at + 16)) {
      firstBad = at;
      sums = before;
    }
  }
  return null;
}

type Sums = readonly [number, number];

function addUp(bytes: Buffer, { isBigEndian, sums }: { isBigEndian: boolean; sums: Sums }): Sums {
  let [first, second] = sums;
  for (let at = 0; at < bytes.length; at += 8) {
    const one = isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    const two = isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
    first = (first + one + second) >>> 0;
    second = (second + two + first) >>> 0;
  }
  return [first, second];
}

function sameSums([first, second]: Sums, log: Buffer, at: number): boolean {
  return log.readUInt32BE(at) === first && log.readUInt32BE(at + 4) === second;
}
