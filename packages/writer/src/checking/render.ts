import type { CitableQuote, Omission } from './citable-quote.ts';
import type { Opener } from './openers.ts';

/** A quote as a sentence says it. */
export interface Piece {
  readonly quote: CitableQuote;
  readonly leftOut: readonly Omission[];
}

/** How a sentence is made of its quotes. */
export interface Reading {
  readonly opener: Opener | null;
  readonly pieces: readonly Piece[];
}

/** The sentence that is shown: what is left of each quote, cut from it, and nothing of the writer's own. */
export function render({ opener, pieces }: Reading): string {
  const texts = pieces.map(textOf);
  const joined = texts
    .map((text, n) => {
      const begun = n > 0 || opener ? lowered(text) : raised(text);
      return n < texts.length - 1 ? begun.replace(/\.$/u, '') : begun;
    })
    // What one quote denies or reports does not reach into the next.
    .join('; ');
  return `${opener?.text ?? ''}${joined}`;
}

function textOf({ quote: { citation }, leftOut }: Piece): string {
  let [text, from] = ['', 0];
  for (const { start, end } of leftOut) {
    text += citation.quote.slice(from, start);
    from = end;
  }
  return (text + citation.quote.slice(from)).replace(/\s+/gu, ' ').trim();
}

/** Words that have a capital only because they open a sentence. */
const PLAIN_OPENERS =
  /^(?:The|An?|In|On|At|By|For|From|To|With|After|Before|During|Since|Under|As|When|While|It|Its|He|His|She|Her|They|Their|There|This|That|These|Those|Both|Some|Many|Most|All|No|More|About|Among|Between|According)\b/u;

function lowered(text: string): string {
  return PLAIN_OPENERS.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function raised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
