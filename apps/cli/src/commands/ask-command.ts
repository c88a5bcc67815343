import type { AskResult, Citation } from '@footnote/engine';
import { Command } from 'commander';
import { askDocument } from '../documents.ts';
import { describeArticle, hitLines, oneLine } from '../hit-lines.ts';
import { printDocument, printLines } from '../output.ts';
import { settingOption } from '../settings.ts';
import { tellDownload } from '../tell-download.ts';
import { type ArticleFilterOptions, addArticleFilter, toArticleFilter } from './article-filter-options.ts';

interface AskOptions extends ArticleFilterOptions {
  readonly index: string;
  readonly model?: string;
  readonly pooling?: string;
  readonly reader?: string;
  readonly readers?: number;
  readonly json?: true;
}

const REASONS = {
  NOTHING_TO_SEARCH: 'There is no article to search.',
  NOTHING_CLOSE: 'The articles do not say; nothing in them is close to the question.',
  NOT_IN_ARTICLES: 'The articles do not say.',
  NEEDS_CONTEXT: 'The question refers to something that it does not name. Ask it in full.',
} as const;

export function askCommand(): Command {
  const command = new Command('ask')
    .description('Answers a question with sentences quoted from the articles, or says that they do not.')
    .argument('<question>', 'what to find out');
  return addArticleFilter(command)
    .addOption(settingOption('index'))
    .addOption(settingOption('model'))
    .addOption(settingOption('pooling'))
    .addOption(settingOption('reader'))
    .addOption(settingOption('readers'))
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  $ footnote ask "When did Putin and Xi first meet?"')
    .action(ask);
}

async function ask(question: string, options: AskOptions): Promise<void> {
  const { index, model, pooling, reader, readers } = options;
  const { openEngine } = await import('@footnote/engine');
  const engine = await openEngine({ index, model, pooling, reader, readers, onDownload: tellDownload });
  // Both models load while the passages are found. What goes wrong meets the question too.
  engine.warmUp().catch(() => {});
  try {
    const result = await engine.ask({ question, filter: toArticleFilter(options) });
    if (options.json) printDocument(askDocument(result));
    else printLines(resultLines(result));
  } finally {
    await engine.close();
  }
}

function resultLines(result: AskResult): string[] {
  if (result.kind === 'Answer') {
    const sure = `Confidence ${result.confidence.toFixed(2)}.`;
    return [...result.citations.flatMap(citationLines), sure];
  }
  const reason = REASONS[result.reason];
  if (result.nearest.length === 0) return [reason];
  return [
    reason,
    '',
    'The nearest passages:',
    '',
    ...result.nearest.flatMap((hit, rank) => hitLines(hit, rank + 1)),
  ];
}

function citationLines({ number, quote, passage: { article }, start, end }: Citation): string[] {
  const place = `${describeArticle(article)}, ${article.key} ${start}-${end}`;
  return [`"${oneLine(quote)}" [${number}]`, `    [${number}] ${place}`, ''];
}
