import { createWriter, type WriterSettings } from '@footnote/writer';
import type { Engine } from './engine.ts';

/**
 * What a language model takes part in. It runs elsewhere, and checking what it wrote is quick: it needs no thread.
 * @throws FootnoteError `WRITER_INVALID`
 */
export function writing(settings: WriterSettings = {}): Pick<Engine, 'writer' | 'prose'> {
  const writer = createWriter(settings);
  return {
    writer: async () => writer?.identity ?? null,
    prose: async (answer, options) => (await writer?.write(answer, options)) ?? null,
  };
}
