import { readFileSync } from 'node:fs';

/** What dot-products.wasm exports; dot-products.wat says what it does. Addresses are in bytes. */
export interface DotProducts {
  readonly memory: WebAssembly.Memory;
  dotProducts(row: number, rows: number, rowBytes: number, query: number, result: number): void;
  scaledProducts(row: number, rows: number, codeBytes: number, query: number, result: number): void;
}

const PAGE_BYTES = 65_536;

/** A kernel with a memory of its own. */
export function instantiateDotProducts(): DotProducts {
  const bytes = readFileSync(new URL('./dot-products.wasm', import.meta.url));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as DotProducts;
}

/** A memory that grows is not copied, and takes no room before it is written to: a quarter more is asked for. */
export function growTo(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil((missing + memory.buffer.byteLength / 4) / PAGE_BYTES));
}
