import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, statSync } from 'node:fs';

const CHUNK = 1 << 20;
/** Bytes of the header. */
const HEADER = 96;

/** SHA-256 (hex) of a file, read piece by piece; null when it cannot be opened. */
export function sha256OfGraphFile(path: string): string | null {
  return withFileIfOpened(path, (file) => {
    const hash = createHash('sha256');
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (let bytes = readSync(file, chunk); bytes > 0; bytes = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, bytes));
    }
    return hash.digest('hex');
  });
}

/** How many passages a file says that it holds, deleted ones included; null when it cannot be opened. */
export function elementsOfGraphFile(path: string): number | null {
  return withFileIfOpened(path, (file) => readHeader(file)?.elements ?? null);
}

/** Whether hnswlib wrote the whole file: it reports no failures, of a full disk for instance. */
export function isWholeGraphFile(path: string): boolean {
  const { size } = statSync(path);
  return withFile(path, (file) => {
    const header = readHeader(file);
    if (!header) return false;
    const { elements, bytesOfElement } = header;
    return skipLinks(file, { elements, start: HEADER + elements * bytesOfElement, size });
  });
}

/** Waits until the file is on the disk. */
export function syncFile(path: string): void {
  withFile(path, fsyncSync);
}

function withFileIfOpened<Result>(path: string, use: (file: number) => Result): Result | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  return usedAndClosed(file, use);
}

function withFile<Result>(path: string, use: (file: number) => Result): Result {
  return usedAndClosed(openSync(path, 'r'), use);
}

function usedAndClosed<Result>(file: number, use: (file: number) => Result): Result {
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}

/**
 * The layout is that of `HierarchicalNSW::saveIndex`: a header with, among others, the number of elements (at 16) and
 * the bytes of each (at 24); the elements; then for each element the length of its upper links and these.
 */
function readHeader(file: number): { elements: number; bytesOfElement: number } | null {
  const header = read(file, { at: 0, bytes: HEADER });
  return (
    header && {
      elements: Number(header.readBigUInt64LE(16)),
      bytesOfElement: Number(header.readBigUInt64LE(24)),
    }
  );
}

function skipLinks(
  file: number,
  { elements, start, size }: { elements: number; start: number; size: number },
) {
  const tail = size >= start ? read(file, { at: start, bytes: size - start }) : null;
  if (!tail) return false;
  let at = 0;
  for (let element = 0; element < elements; element += 1) {
    if (at + 4 > tail.length) return false;
    at += 4 + tail.readUInt32LE(at);
  }
  return at === tail.length;
}

function read(file: number, { at, bytes }: { at: number; bytes: number }): Buffer | null {
  const buffer = Buffer.alloc(bytes);
  return readSync(file, buffer, 0, bytes, at) === bytes ? buffer : null;
}
