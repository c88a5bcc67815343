/** What a file's bytes are, whatever its name says. */
export type DocumentFormat = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'jsonl';

const FORMAT_OF_EXTENSION: Readonly<Record<string, DocumentFormat>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.jsonl': 'jsonl',
};

export const SUPPORTED_EXTENSIONS: readonly string[] = Object.keys(FORMAT_OF_EXTENSION);

/** The format that the name promises; null when it is none of the supported ones. */
export function formatOfName(name: string): DocumentFormat | null {
  return FORMAT_OF_EXTENSION[extensionOf(name)] ?? null;
}

export function hasArticleFormat(keyPath: string): boolean {
  return formatOfName(keyPath.slice(keyPath.lastIndexOf('/') + 1)) !== null;
}

/** A name's ending in lower case, with its dot; the empty string for a name without one. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
}
