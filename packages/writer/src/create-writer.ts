import type { Answer } from '@footnote/answering';
import { type Endpoint, toEndpoint, type WriterSettings } from './asking/endpoint.ts';
import { messagesFor } from './asking/instructions.ts';
import { readReply } from './asking/read-reply.ts';
import { type RequestLimits, requestReply } from './asking/request-reply.ts';
import { WriterFailure } from './asking/writer-failure.ts';
import { checkProse } from './checking/check-prose.ts';
import { type CitableQuote, citableQuotes } from './checking/citable-quote.ts';
import { tellAllSides } from './checking/tell-all-sides.ts';
import type { NoProseReason, Prose, WriterIdentity } from './prose.ts';

/** A language model, asked to arrange the quotes of an answer; only what they hold is kept of what it writes. */
export interface Writer {
  readonly identity: WriterIdentity;
  /**
   * Never rejects for what the writer does: the reason then says what it did.
   * @throws the signal's reason
   */
  write(answer: Answer, options?: { signal?: AbortSignal | undefined }): Promise<Prose>;
}

export interface WriterOptions extends WriterSettings {
  readonly limits?: Partial<RequestLimits> | undefined;
}

/** A paragraph of a few sentences, from a model that may run on a laptop. */
const LIMITS: RequestLimits = { timeout: 30_000, bytes: 256 * 1024, tokens: 1_000 };

/**
 * Null where no writer is set: nothing leaves the machine then.
 * @throws FootnoteError `WRITER_INVALID`
 */
export function createWriter({ limits, ...settings }: WriterOptions): Writer | null {
  const endpoint = toEndpoint(settings);
  return endpoint && writerAt(endpoint, { ...LIMITS, ...limits });
}

function writerAt(endpoint: Endpoint, limits: RequestLimits): Writer {
  const identity = { host: endpoint.url.host, model: endpoint.model };
  const without = (reason: NoProseReason, dropped = 0): Prose => {
    return { text: null, sentences: [], dropped, reason, writer: identity };
  };
  return {
    identity,
    write: async (answer, { signal } = {}) => {
      const quotes = citableQuotes(answer.citations);
      if (!canBeRewritten(quotes)) return without('NOTHING_TO_REWRITE');
      try {
        const messages = messagesFor(answer, quotes);
        const written = readReply(await requestReply(endpoint, { messages, limits, signal }));
        const held = checkProse(written, answer.citations);
        const sentences = tellAllSides(held.sentences, answer.disagreements);
        const dropped = written.length - sentences.length;
        if (sentences.length === 0) return without('NOTHING_HELD', dropped);
        const text = sentences.map((sentence) => sentence.text).join(' ');
        return { text, sentences, dropped, reason: null, writer: identity };
      } catch (error) {
        if (error instanceof WriterFailure) return without(error.reason);
        throw error;
      }
    },
  };
}

/** Of one quote that cannot be shortened there is nothing to write. */
function canBeRewritten(quotes: readonly CitableQuote[]): boolean {
  return quotes.length > 1 || quotes.some(({ omissions }) => omissions.length > 0);
}
