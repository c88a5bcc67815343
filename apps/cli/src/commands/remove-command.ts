import { Command } from 'commander';
import { printDocument, printLines, tellNotes } from '../output.ts';
import { settingOption } from '../settings.ts';

interface RemoveOptions {
  readonly index: string;
  readonly wait?: true;
  readonly json?: true;
}

export function removeCommand(): Command {
  return new Command('remove')
    .description('Takes articles out of the index.')
    .argument('<key...>', 'keys of articles, as search shows them')
    .addOption(settingOption('index'))
    .option('--wait', 'wait for an index run to finish, rather than refuse')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  $ footnote remove 2024/summit.md')
    .action(remove);
}

async function remove(keys: string[], { index, wait, json }: RemoveOptions): Promise<void> {
  const { indexAt } = await import('@footnote/index-location');
  const { removeArticles } = await import('@footnote/ingestion');
  const { removed, missing, warnings } = await removeArticles({ index: await indexAt(index), keys, wait });
  tellNotes(warnings);
  if (json) printDocument({ removed, missing });
  else {
    printLines([
      ...removed.map((key) => `Removed ${key}`),
      ...missing.map((key) => `Not in the index: ${key}`),
    ]);
  }
}
