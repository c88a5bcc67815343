import type { PageElement } from './dom.ts';
import { linkDensity, type OutlinedElement, type PageOutline } from './page-outline.ts';
import { endsIn } from './rules/element-rule.ts';
import type { TextBlock } from './text-blocks.ts';

const BODY = endsIn(
  'article-?(?:body|content|text|copy|main)|story-?(?:body|content|text)|entry-?content|post-?(?:content|body|text|entry)|body-?(?:content|copy|text)|main-?(?:content|text|story)|content-?(?:body|main|text)|articlebody|storybody|news-?(?:content|body|text)|single-?content|rich-?text|article|story|hentry|entry|post',
);

interface Candidate {
  score: number;
  prose: number;
  text: number;
  link: number;
  paragraphs: number;
}

/** The element whose own paragraphs hold the article: near paragraphs count in full, those further below for less. */
export function findMainContent(
  blocks: readonly TextBlock[],
  outline: PageOutline,
  title: string | null,
): PageElement | null {
  const candidates = new Map<OutlinedElement, Candidate>();
  const headlineAt = blocks.findIndex((block) => block.element.localName === 'h1' || block.text === title);
  for (const [index, block] of blocks.entries()) {
    const prose = proseScore(block) * (index < headlineAt ? 0.3 : 1);
    let distance = isParagraph(block.element) ? 0 : 1;
    for (let at = outline.get(block.element) ?? null; at; at = at.parent, distance++) {
      const c = candidates.get(at) ?? { score: 0, prose: 0, text: 0, link: 0, paragraphs: 0 };
      c.score += prose * (distance <= 1 ? 1 : distance === 2 ? 0.6 : 1 / distance ** 1.5);
      c.prose += prose;
      c.text += block.length;
      if (block.length >= 80 && block.linkLength < 0.3 * block.length) c.paragraphs += block.length;
      c.link += block.linkLength;
      candidates.set(at, c);
    }
  }
  let best: OutlinedElement | null = null;
  let bestScore = 0;
  for (const [outlined, c] of candidates) {
    const score = c.score * (1 - linkDensity(outlined)) * weight(outlined);
    if (score > bestScore) {
      best = outlined;
      bestScore = score;
    }
  }
  if (!best) return null;
  return joinParts(best, candidates).element;
}

function weight(o: OutlinedElement): number {
  if (o.tag === 'p') return 0.5;
  if (o.element.getAttribute('itemprop') === 'articleBody') return 2;
  if (BODY.test(o.signature)) return 1.3;
  return 1;
}

/** Climbs while what the parent adds is prose too, or parts of the same make. */
function joinParts(
  start: OutlinedElement,
  candidates: ReadonlyMap<OutlinedElement, Candidate>,
): OutlinedElement {
  let best = start;
  for (
    let at = start;
    at.parent && at.tag !== 'body' && at.tag !== 'article' && at.tag !== 'main';
    at = at.parent
  ) {
    const parent = at.parent;
    const mine = candidates.get(best)!;
    const all = candidates.get(parent)!;
    if (all.prose <= mine.prose * 1.02) continue;
    let sameMake = 0;
    for (const [other, c] of candidates)
      if (
        other.parent === parent &&
        other !== at &&
        other.tag === at.tag &&
        at.signature !== '' &&
        other.signature === at.signature &&
        !other.holdsArticle &&
        linkDensity(other) < 0.25
      )
        sameMake += c.prose;
    const addedText = all.text - mine.text;
    const addsProse =
      all.paragraphs - mine.paragraphs > 0.6 * addedText && all.link - mine.link < 0.15 * addedText;
    if (sameMake > 0.05 * mine.prose || addsProse) best = parent;
  }
  return best;
}

function isParagraph(e: PageElement): boolean {
  return /^(?:p|h[1-6]|li|blockquote|pre|dd|dt|tr|span)$/.test(e.localName);
}

function proseScore(block: TextBlock): number {
  const free = block.length - block.linkLength;
  if (free < 25 || block.linkLength > 0.5 * block.length) return 0;
  return block.linkLength > 0.2 * block.length ? 0.3 * free : free;
}
