import type { IndexStatus } from '@footnote/index';
import { Command } from 'commander';
import { printDocument, printLines } from '../output.ts';
import { settingOption } from '../settings.ts';
import { type UploadsStatus, uploadsStatus } from '../uploads-status.ts';

interface StatusOptions {
  readonly index: string;
  readonly json?: true;
}

export function statusCommand(): Command {
  return new Command('status')
    .description('Says what is in the index.')
    .addOption(settingOption('index'))
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  $ footnote status --index .footnote')
    .action(status);
}

async function status({ index, json }: StatusOptions): Promise<void> {
  const { indexAt } = await import('@footnote/index-location');
  const engine = await indexAt(index);
  const reader = await engine.openReader();
  try {
    const found = { ...(await reader.status()), uploads: uploadsStatus(engine.uploadsFolder) };
    if (json) printDocument(found);
    else printLines(statusLines(index, found));
  } finally {
    await reader.close();
  }
}

type FoundStatus = IndexStatus & { readonly uploads: UploadsStatus | null };

function statusLines(
  location: string,
  { articles, passages, model, bytes, updatedAt, uploads }: FoundStatus,
): string[] {
  return [
    `Index     ${location}${bytes === null ? '' : ` (${(bytes / 1e6).toFixed(1)} MB)`}`,
    `Articles  ${articles}`,
    `Passages  ${passages}`,
    `Model     ${model ? `${model.id} (${model.dimensions} dimensions, sha256 ${model.sha256.slice(0, 12)}…)` : 'none yet'}`,
    ...(uploads === null || uploads.files === 0
      ? []
      : [`Uploads   ${uploads.files} files in ${uploads.folder} (${(uploads.bytes / 1e6).toFixed(1)} MB)`]),
    `Updated   ${updatedAt ?? 'never'}`,
  ];
}
