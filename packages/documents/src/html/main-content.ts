import type { OutlinedElement, PageOutline } from './page-outline.ts';
import { linkDensity } from './page-outline.ts';
import { endsIn } from './rules/element-rule.ts';
import { linkDensityOf, type TextBlock } from './text-blocks.ts';

/** What the blocks below an element add up to, in characters. */
interface Candidate {
  /** Prose, weighted by how near below it stands. */
  score: number;
  prose: number;
  text: number;
  link: number;
  /** Text of whole paragraphs. */
  paragraphs: number;
}
type Candidates = ReadonlyMap<OutlinedElement, Candidate>;

const ARTICLE_NAME = endsIn(
  'article-?(?:body|content|text|copy|main)|story-?(?:body|content|text)|entry-?content|post-?(?:content|body|text|entry)|' +
    'body-?(?:content|copy|text)|main-?(?:content|text|story)|content-?(?:body|main|text)|news-?(?:content|body|text)|' +
    'single-?content|rich-?text|article|story|hentry|entry|post',
);
const PARAGRAPH_TAG = /^(?:p|h[1-6]|li|blockquote|pre|dd|dt|tr|span)$/;
const PARAGRAPH_LENGTH = 80;
const SHORTEST_PROSE = 25;
/** Prose before the headline is seldom the article's. */
const BEFORE_HEADLINE = 0.3;

/**
 * The element that holds the article: the one with most prose near below it, after the idea of Arc90's Readability
 * (paragraphs score for their ancestors, less the further up), widened while the parent adds prose and little else.
 */
export function findMainContent(
  blocks: readonly TextBlock[],
  { outline, title }: { outline: PageOutline; title: string | null },
): OutlinedElement | null {
  const candidates = scoreCandidates(blocks, { outline, title });
  let best: OutlinedElement | null = null;
  let bestScore = 0;
  for (const [outlined, { score }] of candidates) {
    const weighted = score * (1 - linkDensity(outlined)) * nameWeight(outlined);
    if (weighted > bestScore) {
      best = outlined;
      bestScore = weighted;
    }
  }
  return best && widen(aroundTable(best), candidates);
}

function scoreCandidates(
  blocks: readonly TextBlock[],
  { outline, title }: { outline: PageOutline; title: string | null },
): Candidates {
  const candidates = new Map<OutlinedElement, Candidate>();
  const headlineAt = blocks.findIndex(({ element, text }) => element.localName === 'h1' || text === title);
  for (const [index, block] of blocks.entries()) {
    const prose = proseLength(block) * (index < headlineAt ? BEFORE_HEADLINE : 1);
    const isParagraph = block.length >= PARAGRAPH_LENGTH && linkDensityOf(block) < 0.3;
    let distance = PARAGRAPH_TAG.test(block.element.localName) ? 0 : 1;
    for (let at = outline.get(block.element) ?? null; at; at = at.parent, distance++) {
      const candidate = candidates.get(at) ?? { score: 0, prose: 0, text: 0, link: 0, paragraphs: 0 };
      candidate.score += prose * nearness(distance);
      candidate.prose += prose;
      candidate.text += block.length;
      candidate.link += block.linkLength;
      if (isParagraph) candidate.paragraphs += block.length;
      candidates.set(at, candidate);
    }
  }
  return candidates;
}

function nearness(distance: number): number {
  if (distance <= 1) return 1;
  return distance === 2 ? 0.6 : 1 / distance ** 1.5;
}

function nameWeight({ tag, element, signature }: OutlinedElement): number {
  if (tag === 'p') return 0.5;
  if (element.getAttribute('itemprop') === 'articleBody') return 2;
  return ARTICLE_NAME.test(signature) ? 1.3 : 1;
}

/** Characters outside links, fewer where links make up much of a block. */
function proseLength(block: TextBlock): number {
  const free = block.length - block.linkLength;
  const density = linkDensityOf(block);
  if (free < SHORTEST_PROSE || density > 0.5) return 0;
  return density > 0.2 ? 0.3 * free : free;
}

/** An article may be a table or a list with a few words before it: what holds those is the article. */
function aroundTable(best: OutlinedElement): OutlinedElement {
  let at = best;
  while (/^(?:table|thead|tbody|tr|ul|ol|dl)$/.test(at.tag) && at.parent !== null && at.parent.tag !== 'body')
    at = at.parent;
  return at;
}

/** Climbs while the parent adds prose, or parts of the same make: pages cut articles up around advertisements. */
function widen(start: OutlinedElement, candidates: Candidates): OutlinedElement {
  let best = start;
  for (let at = start; at.parent && !isFrame(at) && !/^(?:html|body)$/.test(at.parent.tag); at = at.parent) {
    const mine = candidates.get(best)!;
    const all = candidates.get(at.parent)!;
    if (all.prose <= mine.prose) continue;
    if (addsProse(mine, all) || proseOfSameMake(at, candidates) > 0.05 * mine.prose) best = at.parent;
  }
  return best;
}

function isFrame({ tag }: OutlinedElement): boolean {
  return tag === 'body' || tag === 'article' || tag === 'main';
}

function addsProse(part: Candidate, whole: Candidate): boolean {
  const added = whole.text - part.text;
  return whole.paragraphs - part.paragraphs > 0.6 * added && whole.link - part.link < 0.2 * added;
}

function proseOfSameMake(one: OutlinedElement, candidates: Candidates): number {
  if (one.signature === '') return 0;
  let prose = 0;
  for (const [other, candidate] of candidates) {
    if (other === one || other.parent !== one.parent || other.holdsArticle) continue;
    if (other.tag === one.tag && isOfSameMake(one, other) && linkDensity(other) < 0.25)
      prose += candidate.prose;
  }
  return prose;
}

/** Parts of one make may be told apart by a token more: `body`, `body first-part`. */
function isOfSameMake(one: OutlinedElement, other: OutlinedElement): boolean {
  if (other.signature === '') return false;
  return one.signature.startsWith(other.signature) || other.signature.startsWith(one.signature);
}
