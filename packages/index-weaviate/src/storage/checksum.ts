import { createHash } from 'node:crypto';

/** A value that JSON writes in one way only. */
export type ChecksumValue = string | number | null | readonly ChecksumValue[];

/** The first 16 bytes, in hex, of the SHA-256 over the values as JSON. */
export function checksumOf(values: readonly ChecksumValue[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32);
}

/** The same of a vector's numbers, as little-endian 32-bit floats. */
export function vectorChecksum(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4);
  vector.forEach((value, index) => {
    bytes.writeFloatLE(value, index * 4);
  });
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
