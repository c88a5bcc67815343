import type { ChosenFile } from './chosen-files.ts';

/** The files that were dropped, and those in folders that were; without entries, the files alone. */
export async function droppedFiles(
  entries: readonly FileSystemEntry[],
  files: readonly File[],
): Promise<ChosenFile[]> {
  if (entries.length === 0) {
    return namedFiles(files);
  }
  return (await Promise.all(entries.map(filesOf))).flat();
}

export function namedFiles(files: Iterable<File>): ChosenFile[] {
  return [...files].map((file) => ({ name: file.name, file }));
}

async function filesOf(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ name: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    // A folder is told of in parts, the last of which is empty.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) {
      break;
    }
    entries.push(...part);
  }
  return (await Promise.all(entries.map(filesOf))).flat();
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
