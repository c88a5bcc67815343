import { FootnoteError } from '@footnote/core';

/** The oldest Weaviate that was tried. */
const OLDEST = { major: 1, minor: 35 };

/**
 * Looks at what a server says about itself (`/v1/meta`; null when it knows no such path).
 * @throws FootnoteError `INDEX_UNREACHABLE` where it is no Weaviate, or an older one than was tried
 */
export function assertWeaviate(meta: unknown, address: string): void {
  const { version } = (meta ?? {}) as { readonly version?: unknown };
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(String(version)) ?? [];
  if (major === undefined) throw notWeaviate(address);
  const isOlder =
    Number(major) < OLDEST.major || (Number(major) === OLDEST.major && Number(minor) < OLDEST.minor);
  if (isOlder) {
    throw new FootnoteError(
      'INDEX_UNREACHABLE',
      `${address} runs Weaviate ${version}. Update it to ${OLDEST.major}.${OLDEST.minor} or newer.`,
    );
  }
}

export function notWeaviate(address: string, cause?: unknown): FootnoteError {
  return new FootnoteError(
    'INDEX_UNREACHABLE',
    `What answers at ${address} is no Weaviate. Check host and port of the index; the port before the name is that of HTTP.`,
    { cause },
  );
}
