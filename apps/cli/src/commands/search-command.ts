import type { SearchMode } from '@footnote/engine';
import { Command, Option } from 'commander';
import { searchDocument } from '../documents.ts';
import { hitLines } from '../hit-lines.ts';
import { printDocument, printLines } from '../output.ts';
import { settingOption } from '../settings.ts';
import { tellDownload } from '../tell-download.ts';
import { type ArticleFilterOptions, addArticleFilter, toArticleFilter } from './article-filter-options.ts';
import { wholeNumber } from './whole-number.ts';

interface SearchOptions extends ArticleFilterOptions {
  readonly mode: Lowercase<SearchMode>;
  readonly first: number;
  readonly index: string;
  readonly model?: string;
  readonly pooling?: string;
  readonly json?: true;
}

export function searchCommand(): Command {
  const command = new Command('search')
    .description('Ranks the passages that are about a query.')
    .argument('<query>', 'what to look for')
    .addOption(
      new Option('--mode <mode>', 'words and meaning, meaning alone, or words alone')
        .choices(['hybrid', 'semantic', 'lexical'])
        .default('hybrid'),
    )
    .option('--first <n>', 'how many passages, 1 to 50', wholeNumber(1, 50), 10);
  return addArticleFilter(command)
    .addOption(settingOption('index'))
    .addOption(settingOption('model'))
    .addOption(settingOption('pooling'))
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  $ footnote search "gas pipeline" --first 5 --since 2019-01-01')
    .action(search);
}

async function search(query: string, options: SearchOptions): Promise<void> {
  const { index, model, pooling, mode, first } = options;
  const { openEngine } = await import('@footnote/engine');
  const engine = await openEngine({ index, model, pooling, onDownload: tellDownload });
  try {
    const request = {
      query,
      mode: mode.toUpperCase() as SearchMode,
      first,
      filter: toArticleFilter(options),
    };
    const page = await engine.search(request);
    if (options.json) return printDocument(searchDocument(query, mode, page));
    if (page.edges.length === 0) return printLines(['No passage was found.']);
    printLines(page.edges.flatMap(({ node }, rank) => hitLines(node, rank + 1)));
  } finally {
    await engine.close();
  }
}
