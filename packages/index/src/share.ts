/** One of several parts that articles are divided into by a hash of their keys, each written by a machine of its own. */
export interface Share {
  /** 1 to `of`. */
  readonly part: number;
  readonly of: number;
}
