/** Reads a body of at most so many bytes; null when it is longer. Nothing more of it is kept than that. */
export async function boundedBody({ body }: Request, maxBytes: number): Promise<string | null> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    bytes += next.value.length;
    if (bytes > maxBytes) {
      await reader?.cancel();
      return null;
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
