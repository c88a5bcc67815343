import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { FootnoteError } from '@footnote/core';
import { extensionOf, hasArticleFormat, SUPPORTED_EXTENSIONS } from './document-format.ts';
import { type IgnoreRules, noIgnoreRules } from './ignore-rules.ts';
import type { SkippedFile, SourceFile } from './source-file.ts';

export interface FindFilesOptions {
  /** Says whether a directory is an index, which is not read. */
  readonly isIndexDirectory?: (directory: string) => boolean;
  /** Tells each file of another format by its name instead of counting them, for who chose each. */
  readonly namesOtherFormats?: boolean;
}

export interface FoundFiles {
  /** In order of the paths given, then of `keyPath`. No file twice, however many paths lead to it. */
  readonly files: SourceFile[];
  readonly skipped: SkippedFile[];
  /** What else a person should know: of a folder that holds no file of a supported format. */
  readonly warnings: string[];
}

interface Walk extends FoundFiles {
  readonly root: string;
  /** `root` with its links resolved: what lies outside is not read. */
  readonly realRoot: string;
  readonly isIndexDirectory: (directory: string) => boolean;
  readonly namesOtherFormats: boolean;
  readonly links: string[];
  /** How many files of each ending were passed over, since it is of no format that is read. */
  readonly unread: Map<string, number>;
}

/**
 * Finds the files of the supported formats at the paths: a file stands for itself, a folder for every such file
 * below it, except hidden ones, index directories, the folder that a browser saved a page's parts in, and what a
 * `.footnoteignore` names. Files of other formats are counted, and told once a folder, or each by name. Links out of the folder,
 * links to folders (which could go in circles), devices, pipes and folders that cannot be listed are skipped.
 *
 * @throws FootnoteError `PATH_NOT_FOUND` when a given path does not exist
 */
export async function findFiles(
  paths: readonly string[],
  options: FindFilesOptions = {},
): Promise<FoundFiles> {
  const roots = await Promise.all(paths.map(existing));
  const found: FoundFiles = { files: [], skipped: [], warnings: [] };
  const seen = new Set<string>();
  for (const { root, realRoot, stats } of roots) {
    const walk: Walk = {
      files: [],
      skipped: [],
      warnings: [],
      root,
      realRoot,
      isIndexDirectory: options.isIndexDirectory ?? (() => false),
      namesOtherFormats: options.namesOtherFormats ?? false,
      links: [],
      unread: new Map(),
    };
    if (stats.isDirectory()) await walkFolder(walk);
    else takeGivenFile(walk, stats);
    walk.files.sort((a, b) => (a.keyPath < b.keyPath ? -1 : 1));
    for (const file of walk.files) {
      if (!seen.has(file.path)) found.files.push(file);
      seen.add(file.path);
    }
    found.skipped.push(...walk.skipped);
    found.warnings.push(...walk.warnings);
  }
  return found;
}

async function existing(given: string): Promise<{ root: string; realRoot: string; stats: Stats }> {
  if (given === '') {
    // Resolved, it would be the folder that the command was typed in.
    throw new FootnoteError('PATH_NOT_FOUND', 'A path is empty. Name a file or folder; "." is this one.');
  }
  const root = resolve(given);
  try {
    const realRoot = await realpath(root);
    return { root, realRoot, stats: await stat(realRoot) };
  } catch (cause) {
    const message = `There is no file or folder at ${root}, or it cannot be reached. Check the path.`;
    throw new FootnoteError('PATH_NOT_FOUND', message, { cause });
  }
}

function takeGivenFile(walk: Walk, stats: Stats): void {
  const name = basename(walk.root);
  if (!stats.isFile()) {
    walk.skipped.push({ path: walk.root, reason: notAFile(stats) });
  } else if (!hasArticleFormat(name)) {
    walk.skipped.push({ path: walk.root, reason: OTHER_FORMAT });
  } else {
    const { size } = stats;
    walk.files.push({ path: walk.realRoot, root: walk.root, keyPath: name, size });
  }
}

async function walkFolder(walk: Walk): Promise<void> {
  if (walk.isIndexDirectory(walk.realRoot)) {
    walk.skipped.push({ path: walk.root, reason: 'This folder is an index, not articles.' });
    return;
  }
  await walkDirectory(walk, { keyPath: '', ignore: noIgnoreRules });
  await followLinks(walk);
  if (walk.unread.size > 0) walk.skipped.push(unreadFormats(walk));
  if (walk.files.length === 0) walk.warnings.push(`No readable file was found in ${walk.root}. ${READ}`);
}

/** One entry for all files of other formats: naming each would bury what was skipped for a reason of its own. */
function unreadFormats({ root, unread }: Walk): SkippedFile {
  const kinds = [...unread].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  const counts = kinds.map(([ending, count]) => `${count} ${ending === '' ? 'without an ending' : ending}`);
  const reason = `Files of formats that Footnote does not read: ${counts.join(', ')}. ${CONVERT}`;
  return { path: join(root, '*'), reason };
}

const READ = `Footnote reads ${SUPPORTED_EXTENSIONS.join(', ')}.`;
const CONVERT = `Convert what is an article to one of ${SUPPORTED_EXTENSIONS.join(', ')}.`;
const OTHER_FORMAT = `Not a format that Footnote reads. ${CONVERT}`;

async function walkDirectory(walk: Walk, directory: { keyPath: string; ignore: IgnoreRules }): Promise<void> {
  const absolute = join(walk.realRoot, directory.keyPath);
  let entries: Dirent[];
  let ignore: IgnoreRules;
  try {
    entries = await readdir(absolute, { withFileTypes: true });
    ignore = await directory.ignore.below(directory.keyPath, absolute, entries);
  } catch (error) {
    walk.skipped.push({
      path: absolute,
      reason: `The folder cannot be listed: ${(error as Error).message}.`,
    });
    return;
  }
  const folders: string[] = [];
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const keyPath = directory.keyPath === '' ? entry.name : `${directory.keyPath}/${entry.name}`;
    const isFolder = entry.isDirectory();
    if (ignore.ignores(isFolder ? `${keyPath}/` : keyPath)) continue;
    if (isFolder && isPartOfSavedPage(entry.name, entries)) continue;
    if (isFolder) folders.push(keyPath);
    else if (entry.isSymbolicLink()) walk.links.push(keyPath);
    else if (hasArticleFormat(entry.name)) files.push(keyPath);
    else if (walk.namesOtherFormats) {
      walk.skipped.push({ path: join(walk.realRoot, keyPath), reason: OTHER_FORMAT });
    } else {
      const ending = extensionOf(entry.name);
      walk.unread.set(ending, (walk.unread.get(ending) ?? 0) + 1);
    }
  }
  await Promise.all(files.map((keyPath) => takeFile(walk, keyPath)));
  for (const keyPath of folders) {
    if (!walk.isIndexDirectory(join(walk.realRoot, keyPath))) await walkDirectory(walk, { keyPath, ignore });
  }
}

/** What browsers save a page's frames and pictures in, beside the page, in the languages seen. */
const PARTS_FOLDER =
  /^(.+?)(?:_files|\.files|-Dateien|_fichiers|_archivos|_arquivos|_file|_bestanden|_pliki)$/;

function isPartOfSavedPage(folder: string, entries: readonly Dirent[]): boolean {
  const page = PARTS_FOLDER.exec(folder)?.[1];
  return page !== undefined && entries.some(({ name }) => name === `${page}.html` || name === `${page}.htm`);
}

async function takeFile(walk: Walk, keyPath: string): Promise<void> {
  const absolute = join(walk.realRoot, keyPath);
  try {
    const stats = await lstat(absolute);
    if (stats.isFile()) {
      const { size } = stats;
      walk.files.push({ path: absolute, root: walk.root, keyPath, size });
    } else {
      walk.skipped.push({ path: absolute, reason: notAFile(stats) });
    }
  } catch (error) {
    walk.skipped.push({ path: absolute, reason: `The file cannot be reached: ${(error as Error).message}.` });
  }
}

/** A link counts as the file it leads to, as long as that lies in the folder and is not found there anyway. */
async function followLinks(walk: Walk): Promise<void> {
  const targets = new Set(walk.files.map((file) => file.path));
  for (const keyPath of walk.links.sort()) {
    const link = join(walk.realRoot, keyPath);
    const outcome = await resolveLink(walk.realRoot, link);
    if ('reason' in outcome) {
      if (outcome.isFolder || hasArticleFormat(keyPath))
        walk.skipped.push({ path: link, reason: outcome.reason });
    } else if (hasArticleFormat(keyPath) && !targets.has(outcome.target)) {
      targets.add(outcome.target);
      const { size } = outcome.stats;
      walk.files.push({ path: outcome.target, root: walk.root, keyPath, size });
    }
  }
}

type LinkOutcome = { target: string; stats: Stats } | { reason: string; isFolder: boolean };

async function resolveLink(realRoot: string, link: string): Promise<LinkOutcome> {
  try {
    const target = await realpath(link);
    const stats = await stat(target);
    const isFolder = stats.isDirectory();
    if (!isInside(realRoot, target)) {
      return { reason: `A link that leaves the folder, to ${target}. Give that path to read it.`, isFolder };
    }
    if (isFolder) return { reason: 'A link to a folder, which is read where it stands.', isFolder };
    return stats.isFile() ? { target, stats } : { reason: notAFile(stats), isFolder };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const cause = code === 'ELOOP' ? 'it goes in circles' : (error as Error).message;
    return { reason: `A link that leads nowhere: ${cause}.`, isFolder: true };
  }
}

function isInside(folder: string, target: string): boolean {
  const below = relative(folder, target);
  return below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}

function notAFile(stats: Stats): string {
  if (stats.isFIFO()) return 'A named pipe, not a file.';
  if (stats.isSocket()) return 'A socket, not a file.';
  return 'A device, not a file.';
}
