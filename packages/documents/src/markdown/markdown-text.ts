import type { List, Nodes, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export interface MarkdownText {
  /** The body without markup: blocks parted by a blank line, every word as written. */
  readonly text: string;
  /** The first heading of the first level, when nothing but images stands before it; else null. */
  readonly heading: string | null;
}

/** A document of more characters is parsed in pieces, for the parser takes a hundred times their memory. */
const PIECE_CHARACTERS = 256 * 1024;

/** Takes the markup off (CommonMark with GitHub's tables, strikethrough, footnotes and task lists). */
export function markdownText(markdown: string): MarkdownText {
  const blocks = piecesOf(markdown)
    .flatMap((piece) =>
      fromMarkdown(piece, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children.map(
        (node) => ({
          node,
          text: blockText(node, piece),
        }),
      ),
    )
    .filter(({ text }) => text !== '');
  const first = blocks[0];
  const heading = first?.node.type === 'heading' && first.node.depth === 1 ? first.text : null;
  return { text: blocks.map(({ text }) => text).join('\n\n'), heading };
}

/** Cut where a paragraph begins at the margin after a blank line. */
function piecesOf(markdown: string): string[] {
  const pieces: string[] = [];
  let rest = markdown;
  while (rest.length > PIECE_CHARACTERS) {
    const cut = /\n[ \t]*\r?\n(?=[\p{L}\p{N}#])/u.exec(rest.slice(PIECE_CHARACTERS));
    if (cut === null) break;
    const end = PIECE_CHARACTERS + cut.index;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

function blockText(node: RootContent, source: string): string {
  switch (node.type) {
    case 'code':
      return node.value;
    case 'html':
      return htmlText(node.value).trim();
    case 'table':
      return tableText(node);
    case 'list':
      return listText(node, source);
    case 'listItem':
      return textOfBlocks(node.children, source, node.spread === true ? '\n\n' : '\n');
    case 'blockquote':
    case 'footnoteDefinition':
      return textOfBlocks(node.children, source, '\n\n');
    case 'definition':
    case 'thematicBreak':
      return '';
    default:
      return inlineText(node).trim();
  }
}

function textOfBlocks(blocks: readonly RootContent[], source: string, separator: string): string {
  return blocks
    .map((block) => blockText(block, source))
    .filter(Boolean)
    .join(separator);
}

/** Items of an ordered list keep their numbers: "1986. That was the last time" is one to CommonMark. */
function listText(list: List, source: string): string {
  const numbers = list.ordered === true ? numbersOf(list, source) : null;
  return list.children
    .map((item, at) => [numbers?.[at], blockText(item, source)].filter(Boolean).join(' '))
    .join(list.spread === true ? '\n\n' : '\n');
}

/** As they are written, or counted up where every item has the same, as authors do who leave counting to the renderer. */
function numbersOf(list: List, source: string): string[] {
  const written = list.children.map(
    (item) => /^\d{1,9}[.)]/.exec(source.slice(item.position?.start.offset))?.[0] ?? '',
  );
  const isCounted = written.length > 1 && written.every((number) => number === written[0]);
  if (!isCounted) return written;
  return written.map((number, at) => `${(list.start ?? 1) + at}${number.slice(-1)}`);
}

function tableText(table: Table): string {
  return table.children.map((row) => row.children.map(inlineText).join('\t')).join('\n');
}

/** A line end within a paragraph is only how the source is laid out. */
function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\s*\n\s*/g, ' ');
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'html':
      return htmlText(node.value);
    default:
      return 'children' in node ? node.children.map(inlineText).join('') : '';
  }
}

/** Raw HTML in Markdown: tags, comments and scripts go, the words stay. */
function htmlText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
}
