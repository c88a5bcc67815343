import { wordKey } from '../phrases/words.ts';
import { signatureOf } from './page-outline.ts';
import { endsIn } from './rules/element-rule.ts';
import { linkDensityOf, type TextBlock } from './text-blocks.ts';

const STANDFIRST = endsIn(
  'deck|dek|stand-?first|sub-?titles?|sub-?head(?:line|ing|er)?|summary|description|desc|lead|lede|lead-?text|intro|' +
    'introduction|excerpt|abstract|teaser-?text|sub-?hed|strap-?line|blurb|tagline|chapo|sommario|bajada|vorspann',
);
const NEVER_STANDFIRST =
  /^(?:hidden|caption|figure|player|related|share bar|newsletter|comments|embedded post)$/;
const FEWEST_WORDS = 5;

export interface Headline {
  readonly title: string | null;
  /** What the page declares as its description, for machines. */
  readonly descriptions: readonly string[];
}

/**
 * The paragraphs between headline and body that sum the article up. Pages put them beside the body, in the page's head,
 * but they are the article's words: known by their class, or by being what the page declares as its description.
 */
export function findStandfirst(blocks: readonly TextBlock[], headline: Headline): TextBlock[] {
  const bodyAt = blocks.findIndex(({ removedBy }) => removedBy === null);
  const headlineAt = blocks
    .slice(0, Math.max(0, bodyAt))
    .findLastIndex(({ element, text }) => element.localName === 'h1' || text === headline.title);
  if (headlineAt < 0) return [];
  const descriptions = headline.descriptions.map(wordKey);
  const body = wordKey(
    blocks
      .slice(bodyAt, bodyAt + 3)
      .map(({ text }) => text)
      .join(' '),
  );
  const found = new Map<string, TextBlock>();
  for (const block of blocks.slice(headlineAt + 1, bodyAt)) {
    const words = wordKey(block.text);
    if (words.split(' ').length < FEWEST_WORDS || linkDensityOf(block) > 0.3) continue;
    if (NEVER_STANDFIRST.test(block.removedBy ?? '') || body.includes(words)) continue;
    const described = descriptions.some(
      (one) => one.startsWith(words) || (one.length > 40 && words.startsWith(one)),
    );
    if ((described || isNamedStandfirst(block)) && !found.has(words)) found.set(words, block);
  }
  return [...found.values()];
}

function isNamedStandfirst({ element }: TextBlock): boolean {
  const parent = element.parentElement;
  return STANDFIRST.test(signatureOf(element)) || (parent !== null && STANDFIRST.test(signatureOf(parent)));
}
