import type { Answer, AskResult, Citation, NoAnswer } from '@footnote/engine';
import { Command } from 'commander';
import { collectionLines } from '../collection-lines.ts';
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
  readonly threshold?: number;
  readonly json?: true;
}

const REASONS = {
  NOTHING_TO_SEARCH: 'There is no article to search.',
  FILTER_EXCLUDES_ALL: 'No article passes the filter.',
  NOTHING_CLOSE: 'The articles do not say; nothing in them is close to the question.',
  NOT_IN_ARTICLES: 'The articles do not say.',
  NEEDS_CONTEXT: 'The question refers to something that it does not name. Ask it in full.',
  LANGUAGE_NOT_READ:
    'The articles do not say, or say it in a language that the models do not read: they read English.',
  ABOUT_COLLECTION: 'The question is about the articles as a whole, on which none of them can be quoted.',
} as const satisfies Record<NoAnswer['reason'], string>;

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
    .addOption(settingOption('threshold'))
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  $ footnote ask "When did Putin and Xi first meet?"')
    .action(ask);
}

async function ask(question: string, options: AskOptions): Promise<void> {
  const { json: _, ...engineOptions } = options;
  const { openEngine } = await import('@footnote/engine');
  const engine = await openEngine({ ...engineOptions, onDownload: tellDownload });
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
  return result.kind === 'Answer' ? answerLines(result) : refusalLines(result);
}

function answerLines({ citations, disagreements, unanswered, confidence, certainty }: Answer): string[] {
  return [
    ...citations.flatMap(citationLines),
    ...disagreements.map(({ on, citationNumbers }) => {
      return `The articles differ: ${on}? See ${citationNumbers.map((number) => `[${number}]`).join(' and ')}.`;
    }),
    ...unanswered.map((question) => `The articles do not say: ${question}`),
    `Confidence ${confidence.toFixed(2)} (${certainty.toLowerCase()}).`,
  ];
}

function refusalLines({ reason, explanation, collection, nearest }: NoAnswer): string[] {
  const lines = [
    REASONS[reason],
    ...(explanation ? [explanation] : []),
    ...(collection ? collectionLines(collection) : []),
  ];
  if (nearest.length === 0) return lines;
  const hits = nearest.flatMap((hit, rank) => hitLines(hit, rank + 1));
  return [...lines, '', 'The nearest passages:', '', ...hits];
}

function citationLines({ number, quote, passage: { article }, start, end }: Citation): string[] {
  const place = `${describeArticle(article)}, ${article.key} ${start}-${end}`;
  return [`"${oneLine(quote)}" [${number}]`, `    [${number}] ${place}`, ''];
}
