/**
 * Near-identical texts by MinHash over word shingles (Broder, "On the resemblance and containment of documents",
 * 1997), with the banding of Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3: texts that
 * share a band key are candidates, and `nearDuplicate` decides. Signatures and keys may be stored: they depend on
 * the text alone.
 */

/** Words of one shingle: one changed word changes three shingles. */
const SHINGLE_WORDS = 3;

/** The estimate of a similarity of 0.7 has a standard error of 0.04. */
const SIGNATURE_LENGTH = 128;

/** With bands of four rows, texts of similarity 0.7 share a band in 9,998 of 10,000 cases, of 0.2 in 5 of 100. */
const BAND_ROWS = 4;

/**
 * From this estimated similarity on, two texts count as one story. A wire story in two papers, cut by a paragraph
 * and with another headline, stays above it; two reports of one event, written apart, are below 0.2.
 */
const NEAR_DUPLICATE_SIMILARITY = 0.7;

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu;

const multipliers = mixedSequence(0x9e3779b9);
const offsets = mixedSequence(0x85ebca6b);

/** 128 numbers that are alike where two texts are; letter case, punctuation and layout do not count. */
export function minHashSignature(text: string): Uint32Array {
  const signature = new Uint32Array(SIGNATURE_LENGTH).fill(0xffffffff);
  for (const shingle of shingles(text)) {
    for (let row = 0; row < SIGNATURE_LENGTH; row += 1) {
      const hash = mix(Math.imul(shingle, multipliers[row]! | 1) + offsets[row]!);
      if (hash < signature[row]!) signature[row] = hash;
    }
  }
  return signature;
}

/** Estimated Jaccard similarity (0 to 1) of the two texts' shingles. */
export function signatureSimilarity(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let row = 0; row < SIGNATURE_LENGTH; row += 1) {
    if (a[row] === b[row]) equal += 1;
  }
  return equal / SIGNATURE_LENGTH;
}

/** True when the two signatures are of texts that tell one story in nearly the same words. */
export function nearDuplicate(a: Uint32Array, b: Uint32Array): boolean {
  return signatureSimilarity(a, b) >= NEAR_DUPLICATE_SIMILARITY;
}

/** 32 unsigned 32-bit numbers. Only texts that share one of them need comparing. */
export function bandKeys(signature: Uint32Array): number[] {
  const keys: number[] = [];
  for (let start = 0; start < SIGNATURE_LENGTH; start += BAND_ROWS) {
    let key = mix(start + 1);
    for (let row = start; row < start + BAND_ROWS; row += 1) key = mix(Math.imul(key, 31) + signature[row]!);
    keys.push(key);
  }
  return keys;
}

/** The hash of each run of three words; of all words when there are fewer. */
function shingles(text: string): Set<number> {
  const words = Array.from(text.toLowerCase().normalize('NFC').matchAll(WORD), ([word]) => hashOf(word));
  const hashes = new Set<number>();
  const last = Math.max(words.length - SHINGLE_WORDS, 0);
  for (let start = 0; start <= last && words.length > 0; start += 1) {
    let hash = 0;
    for (const word of words.slice(start, start + SHINGLE_WORDS)) hash = mix(Math.imul(hash, 31) + word);
    hashes.add(hash);
  }
  return hashes;
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finalizer of MurmurHash3: every input bit reaches every output bit. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mixedSequence(seed: number): Uint32Array {
  return Uint32Array.from({ length: SIGNATURE_LENGTH }, (_, row) => mix(Math.imul(seed, row + 1)));
}
