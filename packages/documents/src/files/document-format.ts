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
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? null : (FORMAT_OF_EXTENSION[name.slice(dot).toLowerCase()] ?? null);
}

export function hasArticleFormat(keyPath: string): boolean {
  return formatOfName(keyPath.slice(keyPath.lastIndexOf('/') + 1)) !== null;
}
