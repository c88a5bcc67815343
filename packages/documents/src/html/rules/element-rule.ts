import type { OutlinedElement } from '../page-outline.ts';

/** Takes a whole element out of a page. */
export interface ElementRule {
  readonly name: string;
  /** True when the element itself says so, whatever stands around it; else a word of a sentence stays. */
  readonly isCertain?: boolean;
  /** Whether this element, with everything below it, is not the article. */
  matches(outlined: OutlinedElement): boolean;
}

/** Matches signatures with a token that is one of these words or ends in one: `share` finds `|article-share|`. */
export function endsIn(words: string): RegExp {
  return new RegExp(`[|-](?:${words})\\|`);
}

/** Matches signatures with these words anywhere: `outbrain` finds `|ob-outbrain-widget|`. */
export function names(words: string): RegExp {
  return new RegExp(`[|-](?:${words})[|-]`);
}
