import type { UploadLimits } from '../graphql/index-status.ts';

/** A file that a reader chose, and the name it is to have in the index: with the folders it was dropped in. */
export interface ChosenFile {
  readonly name: string;
  readonly file: Blob;
}

export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

export interface SortedFiles {
  /** As many at a time as one request may hold. */
  readonly batches: readonly (readonly ChosenFile[])[];
  /** What need not be sent to know that it is not read. */
  readonly skipped: readonly SkippedFile[];
}

/** What the chooser of files offers. */
export const READ_FORMATS = ['.txt', '.md', '.html', '.htm', '.pdf', '.docx', '.jsonl'] as const;

/** Sorts out what can be sent, and in which parts. Hidden files, which folders hold unseen, are left out unsaid. */
export function sortFiles(chosen: readonly ChosenFile[], limits: UploadLimits): SortedFiles {
  const batches: ChosenFile[][] = [];
  const skipped: SkippedFile[] = [];
  let bytes = 0;
  for (const { name, file } of chosen.filter((one) => !isHidden(one.name))) {
    const reason = reasonAgainst(name, file.size, limits);
    if (reason !== null) {
      skipped.push({ path: name, reason });
      continue;
    }
    const last = batches.at(-1);
    const fits = last && last.length < limits.maxFiles && bytes + file.size <= limits.maxBytes;
    bytes = fits ? bytes + file.size : file.size;
    if (fits) {
      last.push({ name: portableName(name), file });
    } else {
      batches.push([{ name: portableName(name), file }]);
    }
  }
  return { batches, skipped };
}

/** Some names that this machine allows are none on others: what they may not hold becomes an underscore. */
export function portableName(name: string): string {
  const part = (text: string): string =>
    text
      .replace(/[<>:"|?*\\\u2044\u2215\u2216\u29f5\u29f8\u29f9]/g, '_')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
      .replace(/^\s+|[\s.]+$/g, '');
  return name.split('/').map(part).join('/');
}

function reasonAgainst(name: string, size: number, { maxFileBytes }: UploadLimits): string | null {
  if (!READ_FORMATS.some((ending) => name.toLowerCase().endsWith(ending))) {
    return `Not a format that Footnote reads. Convert what is an article to one of ${READ_FORMATS.join(', ')}.`;
  }
  if (size <= maxFileBytes) {
    return null;
  }
  return `Larger than ${Math.floor(maxFileBytes / 1024 / 1024)} MB. Split it.`;
}

function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.'));
}
