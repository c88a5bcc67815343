// Adds files, follows the progress, and tells what was skipped and why; the server must be writable:
//   npx tsx packages/client/examples/add.ts article.html report.pdf
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createFootnoteClient } from '@footnote/client';

const footnote = createFootnoteClient({ url: process.env.FOOTNOTE_API });
const files = await Promise.all(
  process.argv.slice(2).map(async (path) => ({ name: basename(path), content: await readFile(path) })),
);

const report = await footnote.addArticles(files, {
  onProgress: ({ stage, passages }) => console.error(`${stage}, ${passages} passages`),
});
console.log(`${report.added} added, ${report.replaced} replaced, ${report.unchanged} unchanged`);
for (const { path, reason } of report.skipped) console.log(`Skipped ${path}: ${reason}`);
