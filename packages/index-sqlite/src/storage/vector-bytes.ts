import { endianness } from 'node:os';

/** The vectors of an article's passages, one after the other, as little-endian 32-bit floats. */
export function encodeVectors(vectors: readonly Float32Array[]): Buffer {
  const bytes = Buffer.alloc(vectors.reduce((total, vector) => total + vector.length * 4, 0));
  let offset = 0;
  for (const vector of vectors) {
    for (const value of vector) offset = bytes.writeFloatLE(value, offset);
  }
  return bytes;
}

/** The numbers that `encodeVectors` wrote, in memory of their own. */
export function decodeVectors(bytes: Uint8Array): Float32Array {
  const whole = bytes.byteLength - (bytes.byteLength % 4);
  // Of a Buffer, `slice` would share its memory, which need not be aligned.
  const copy = Uint8Array.prototype.slice.call(bytes, 0, whole);
  if (endianness() === 'BE') Buffer.from(copy.buffer).swap32();
  return new Float32Array(copy.buffer);
}
