import { parseHTML } from 'linkedom';

/** A paragraph of a Word file, by what it is; `row` is an item of a list or a row of a table. */
export interface WordBlock {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'caption' | 'row';
  readonly text: string;
}

/** As much of the DOM as is needed here. */
export interface WordNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<WordNode>;
  readonly className?: string;
  readonly id?: string;
}

const TEXT_NODE = 3;

/** The body of the document that a fragment of HTML makes. */
export function parseBody(html: string): WordNode {
  return parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`).document.body;
}

/** The blocks of the HTML that mammoth makes of a Word file, in order; marks of footnotes and empty ones are out. */
export function wordBlocks(body: WordNode): WordBlock[] {
  const blocks: WordBlock[] = [];
  collectBlocks(body, blocks);
  return blocks.filter((block) => block.text !== '');
}

function collectBlocks(parent: WordNode, blocks: WordBlock[]): void {
  for (const node of parent.childNodes) {
    const name = node.nodeName.toLowerCase();
    if (name === 'p')
      blocks.push({ kind: node.className === 'caption' ? 'caption' : 'paragraph', text: inlineText(node) });
    else if (/^h[1-6]$/.test(name))
      blocks.push({ kind: node.className === 'title' ? 'title' : 'heading', text: inlineText(node) });
    else if (name === 'li') collectItem(node, blocks);
    else if (name === 'tr')
      blocks.push({ kind: 'row', text: [...node.childNodes].map(inlineText).join('\t').trim() });
    else if (node.nodeType === TEXT_NODE) blocks.push({ kind: 'paragraph', text: inlineText(node) });
    else collectBlocks(node, blocks);
  }
}

/** The item's own text, then the lists within it. */
function collectItem(item: WordNode, blocks: WordBlock[]): void {
  const isList = (node: WordNode) => /^[ou]l$/i.test(node.nodeName);
  const children = [...item.childNodes];
  const own = children.filter((node) => !isList(node)).map(inlineText);
  blocks.push({ kind: 'row', text: own.join(' ').trim() });
  for (const list of children.filter(isList)) collectBlocks(list, blocks);
}

function inlineText(node: WordNode): string {
  return rawText(node)
    .replace(/[^\S\n\t]+/g, ' ')
    .trim();
}

function rawText(node: WordNode): string {
  if (node.nodeType === TEXT_NODE) return node.textContent ?? '';
  const name = node.nodeName.toLowerCase();
  if (name === 'br') return '\n';
  if (name === 'a' && /^(?:foot|end)note-ref-/.test(node.id ?? '')) return '';
  const text = [...node.childNodes].map(rawText).join('');
  return name === 'p' ? `${text} ` : text.replace(/\s*↑\s*$/, '');
}
