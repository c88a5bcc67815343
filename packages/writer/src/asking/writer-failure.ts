import type { NoProseReason } from '../prose.ts';

/** Why a writer gave nothing that can be checked. It never reaches a door as an error: the quotes stand without prose. */
export class WriterFailure extends Error {
  override readonly name = 'WriterFailure';
  readonly reason: NoProseReason;

  constructor(reason: NoProseReason, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.reason = reason;
  }
}
