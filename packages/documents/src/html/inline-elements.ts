import { INLINE_TAGS, isElement, isText, type PageElement, type PageNode, tagOf } from '../dom.ts';
import { isByline } from '../metadata/index.ts';
import { wordsOf } from '../phrases/words.ts';

/** Words that stand before facts and links: "Posted by", "Filed under", "5 min read". */
const LABEL_WORDS = new Set(
  (
    'by on at in of to from for the a and or with via per last first updated published posted edited written reported filed under tagged ' +
    'this it see also more read view all share related tags photo photos image credit source courtesy min mins minute minutes ' +
    'ago pm am comments comment follow us print save listen von par por di und et y e il le la el de um uhr ' +
    'mis jour publié veröffentlicht aktualisiert publicado actualizado atualizado pubblicato aggiornato'
  ).split(' '),
);

/** Enough to be words around an element in a script without capitals and spaces. */
const FEWEST_LETTERS = 6;

/**
 * Whether an inline element stands within a sentence: words that are no label go on before or after it on its line. Then
 * it is the author's text, whatever its class says.
 *
 * @param isAside whether a rule would take such a neighbour out: it is no sentence either
 */
export function isWithinSentence(element: PageElement, isAside: (element: PageElement) => boolean): boolean {
  if (!INLINE_TAGS.has(tagOf(element)) || !isPlainWords(element)) return false;
  let at = element;
  let before = '';
  let after = '';
  // Up to the element that sets the line apart, with what stands on each side at each level.
  for (;;) {
    before = textBeside(at, 'previousSibling', isAside) + before;
    after += textBeside(at, 'nextSibling', isAside);
    const parent = at.parentElement;
    if (parent === null || !INLINE_TAGS.has(tagOf(parent))) break;
    // A picture's caption, both within a span.
    if (parent.querySelector('img, video') !== null) return false;
    at = parent;
  }
  const words = element.textContent ?? '';
  // "By Ada Moss" runs into the text after it on some pages.
  if (before.trim() === '' && isByline(words)) return false;
  // A box that opens over a name repeats it, with no space before; a drop cap is one letter.
  if (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]+[^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(words)) return false;
  // A heading's first or last words may be the section's name.
  const isHeading = /^h[1-6]$/.test(at.parentElement?.localName.toLowerCase() ?? '');
  if (isHeading && (before.trim() === '' || after.trim() === '')) return false;
  return isRunningText(`${before} ${after}`);
}

/** Longer text is a sentence of its own, or a box. */
const MOST_CHARACTERS = 200;

function isPlainWords(element: PageElement): boolean {
  if ((element.textContent ?? '').length > MOST_CHARACTERS) return false;
  return [...element.getElementsByTagName('*')].every((below) => INLINE_TAGS.has(tagOf(below)));
}

function isRunningText(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];
  if ((text.match(/\p{Lo}/gu)?.length ?? 0) >= FEWEST_LETTERS) return true;
  if (words.length < 2) return false;
  return words.some((word) => /^\p{Ll}{2}/u.test(word) && !LABEL_WORDS.has(wordsOf(word)[0] ?? ''));
}

/** The text on one side of a node, up to a line break or an element that sets itself apart. */
function textBeside(
  node: PageNode,
  side: 'previousSibling' | 'nextSibling',
  isAside: (element: PageElement) => boolean,
): string {
  let text = '';
  for (let at = node[side]; at !== null; at = at[side]) {
    let piece = '';
    if (isText(at)) piece = at.textContent ?? '';
    else if (isElement(at)) {
      if (!INLINE_TAGS.has(tagOf(at))) break;
      piece = isAside(at) ? ' ' : (at.textContent ?? '');
    }
    text = side === 'nextSibling' ? text + piece : piece + text;
  }
  return text;
}
