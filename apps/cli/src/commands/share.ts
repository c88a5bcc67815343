import type { Share } from '@footnote/index';
import { InvalidArgumentError } from 'commander';

const MOST_SHARES = 64;

/** `2/8`: the second of eight. */
export function toShare(text: string): Share {
  const [, part = 0, of = 0] = (/^(\d{1,2})\/(\d{1,2})$/.exec(text) ?? []).map(Number);
  if (part >= 1 && part <= of && of <= MOST_SHARES) return { part, of };
  throw new InvalidArgumentError(`Give a share as 2/8, of at most ${MOST_SHARES}.`);
}
