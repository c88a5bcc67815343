import { FootnoteError } from '@footnote/core';

/** As a person sets it: nothing leaves the machine unless both address and model are given. */
export interface WriterSettings {
  /** Base of an OpenAI-compatible API, `https://host/v1`. */
  readonly url?: string | undefined;
  readonly model?: string | undefined;
  /** Sent as a bearer token. */
  readonly key?: string | undefined;
}

/** Where a writer is asked. */
export interface Endpoint {
  readonly url: URL;
  readonly model: string;
  readonly key: string | null;
}

const VARIABLES = 'FOOTNOTE_WRITER_URL and FOOTNOTE_WRITER_MODEL';
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * Null where no writer is set.
 * @throws FootnoteError `WRITER_INVALID`
 */
export function toEndpoint({ url, model, key }: WriterSettings): Endpoint | null {
  if (!url && !model) return null;
  if (!url || !model) throw invalid(`A writer needs both ${VARIABLES}. Set both, or neither.`);
  const base = URL.canParse(url) ? new URL(url) : null;
  if (base?.protocol !== 'https:' && base?.protocol !== 'http:') {
    throw invalid(`"${url}" is no address of a writer. Give one like https://host/v1.`);
  }
  if (base.username || base.password || base.search || base.hash) {
    throw invalid(
      'The address of the writer holds more than a host and a path. Give a key as FOOTNOTE_WRITER_KEY.',
    );
  }
  if (key && base.protocol === 'http:' && !LOOPBACK.test(base.hostname)) {
    throw invalid(`The key would go to ${base.host} unencrypted. Use an https address, or no key.`);
  }
  if (key && !/^[\x21-\x7e]+$/.test(key)) {
    throw invalid(
      'The key of the writer holds spaces or characters that no header can carry. Copy it again.',
    );
  }
  base.pathname = `${base.pathname.replace(/\/+$/, '')}/chat/completions`;
  return { url: base, model, key: key || null };
}

function invalid(message: string): FootnoteError {
  return new FootnoteError('WRITER_INVALID', message);
}
