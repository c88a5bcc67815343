export type Limit = 'processor time' | 'memory';

/** The answer to a request that needed more than its process may use; whoever asked says it in words of their own. */
export class LimitExceededError extends Error {
  override readonly name = 'LimitExceededError';
  readonly limit: Limit;

  /** @param processName such as `reading process` */
  constructor(limit: Limit, processName: string) {
    super(`The ${processName} was ended, since it needed more ${limit} than it may use.`);
    this.limit = limit;
  }
}
