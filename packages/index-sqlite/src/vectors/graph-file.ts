import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, statSync } from 'node:fs';

const CHUNK = 1 << 20;
/** Bytes of the header. */
const HEADER = 96;
/** Elements that are read at once. */
const ELEMENTS = 512;

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

/**
 * Gives the vectors of a file, in the order they were linked, while it is read. Only when this returns true was it the
 * file of that SHA-256: before, nothing may be believed.
 */
export function readGraphVectors(
  path: string,
  expected: { sha256: string; dimensions: number },
  give: (label: number, vector: Float32Array) => void,
): boolean {
  const isRight = withFileIfOpened(path, (file) => {
    const layout = readLayout(file, expected.dimensions);
    if (!layout) return false;
    const { header, elements, bytesOfElement, vectorAt, labelAt } = layout;
    const hash = createHash('sha256').update(header);
    const chunk = Buffer.from(new ArrayBuffer(bytesOfElement * ELEMENTS));
    let at = HEADER;
    for (let left = elements; left > 0; left -= ELEMENTS) {
      const part = chunk.subarray(0, Math.min(left, ELEMENTS) * bytesOfElement);
      if (readSync(file, part, 0, part.length, at) !== part.length) return false;
      at += part.length;
      hash.update(part);
      for (let start = 0; start < part.length; start += bytesOfElement) {
        const vector = new Float32Array(chunk.buffer, start + vectorAt, expected.dimensions);
        give(Number(part.readBigUInt64LE(start + labelAt)), vector);
      }
    }
    for (let bytes = 1; bytes > 0; at += bytes) {
      bytes = readSync(file, chunk, 0, chunk.length, at);
      hash.update(chunk.subarray(0, bytes));
    }
    return hash.digest('hex') === expected.sha256;
  });
  return isRight ?? false;
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

/** Where vector and label stand in an element; null where the file cannot hold vectors of these dimensions. */
function readLayout(file: number, dimensions: number) {
  const header = read(file, { at: 0, bytes: HEADER });
  if (!header) return null;
  const [elements = 0, bytesOfElement = 0, labelAt = 0, vectorAt = 0] = [16, 24, 32, 40].map((at) =>
    Number(header.readBigUInt64LE(at)),
  );
  const isSound =
    labelAt === vectorAt + dimensions * 4 &&
    bytesOfElement === labelAt + 8 &&
    vectorAt < 4096 &&
    vectorAt % 4 === 0;
  return isSound ? { header, elements, bytesOfElement, labelAt, vectorAt } : null;
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
