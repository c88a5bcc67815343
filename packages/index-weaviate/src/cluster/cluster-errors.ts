import { FootnoteError } from '@footnote/core';

/** No node answers, or none for long enough. */
export function unreachable(location: string, cause: unknown): FootnoteError {
  const what = cause instanceof Error ? ` (${firstLine(cause.message)})` : '';
  return new FootnoteError(
    'INDEX_UNREACHABLE',
    `The cluster of the index ${location} does not answer${what}. Check that its nodes run and that the address, the ports (?grpc= for that of gRPC) and the scheme (weaviates for TLS) are theirs, then try again.`,
    { cause },
  );
}

/** What a person has to see to, and what asking again or elsewhere does not mend; null for any other error. */
export function refusalOf(error: unknown, location: string): FootnoteError | null {
  if (error instanceof FootnoteError) return error;
  const reasons = reasonsOf(error);
  const cluster = `The cluster of the index ${location}`;
  if (reasons.some(isUnauthenticated)) {
    const message = `${cluster} takes no request without a key that it knows. Set FOOTNOTE_WEAVIATE_KEY to one.`;
    return new FootnoteError('INDEX_UNREACHABLE', message, { cause: error });
  }
  if (reasons.some(isForbidden)) {
    const message = `${cluster} does not let this key do that. Set FOOTNOTE_WEAVIATE_KEY to one that may read the index, and write it for changes.`;
    return new FootnoteError('INDEX_UNREACHABLE', message, { cause: error });
  }
  const certificate = reasons.findLast(({ code, message }) => CERTIFICATE.test(`${code} ${message}`));
  if (certificate) {
    const message = `The certificate of the cluster of the index ${location} does not hold (${firstLine(certificate.message)}). Renew it, use the host that it names, or set NODE_EXTRA_CA_CERTS to the file of whoever signed it.`;
    return new FootnoteError('INDEX_UNREACHABLE', message, { cause: error });
  }
  const full = reasons.find(({ message }) => /read-only|disk usage/i.test(message));
  if (full) {
    const message = `${cluster} takes no writes (${firstLine(full.message)}). Give its nodes room, and run the same command again: what was indexed so far is kept.`;
    return new FootnoteError('INDEX_NOT_WRITABLE', message, { cause: error });
  }
  return null;
}

/** An error and all that caused it. */
interface Reason {
  readonly code: unknown;
  readonly message: string;
}

/** Codes and sentences of TLS, the first of OpenSSL by HTTP, the others as gRPC repeats them. */
const CERTIFICATE =
  /CERT_|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME|self-signed certificate|certificate has expired|unable to verify the first certificate|does not match certificate/;

function isUnauthenticated({ code, message }: Reason): boolean {
  return code === 401 || /UNAUTHENTICATED/.test(message);
}

function isForbidden({ code, message }: Reason): boolean {
  return code === 403 || /PERMISSION_DENIED/.test(message);
}

function reasonsOf(error: unknown): Reason[] {
  const reasons: Reason[] = [];
  for (let each = error; each instanceof Error; each = each.cause) {
    reasons.push({ code: (each as { code?: unknown }).code, message: each.message });
  }
  return reasons;
}

export function indexNotFound(location: string): FootnoteError {
  return new FootnoteError(
    'INDEX_NOT_FOUND',
    `There is no index at ${location}. Make one with: footnote index PATH --index "${location}"`,
  );
}

export function indexDamaged(location: string, what: string): FootnoteError {
  return new FootnoteError(
    'INDEX_DAMAGED',
    `The index at ${location} is damaged: ${what}. Take the article out with "footnote remove" and index its file again, or index everything under another name.`,
  );
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!.slice(0, 300);
}
