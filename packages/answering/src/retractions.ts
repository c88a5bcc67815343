import type { QuoteInContext } from './quote-in-context.ts';

const SAID_BEFORE =
  /\b(?:we|this (?:newspaper|paper|article|story|report|agency)|(?:an|our|the) (?:earlier|previous|original|first) (?:version|article|report|story|edition|account|figure)s?)\b.{0,60}\b(?:wrote|said|reported|stated|gave|put|misstated|named|called|written)\b/iu;
const WRONGLY =
  /\b(?:wrongly|incorrectly|mistakenly|erroneously|in error|by mistake|misstated|misreported)\b/iu;
const PUTS_RIGHT =
  /\b(?:in fact|actually|instead|should (?:have|read)|the (?:correct|right) \p{L}+|it (?:is|was|were) \p{L}+, not)\b/iu;
const THAT_WAS_WRONG =
  /^\s*["“‘'(]*(?:that|this|it|(?:the|that|this) (?:figure|number|report|name|date|claim|statement)) (?:is|was|were|has proved|turned out to be) (?:wrong|incorrect|false|mistaken|untrue|inaccurate|not (?:right|correct|true|so|the case))\b/iu;

/** Whether a quote only says what was said before and is taken back: by its own words, or by the next sentence. */
export function isRetracted({ quote, surroundings }: QuoteInContext): boolean {
  if (PUTS_RIGHT.test(quote)) return false;
  if (SAID_BEFORE.test(quote) && WRONGLY.test(quote)) return true;
  const at = surroundings.lastIndexOf(quote);
  return at >= 0 && THAT_WAS_WRONG.test(surroundings.slice(at + quote.length));
}
