import type { Answer, AskResult, Citation, NoAnswer, Prose } from '@footnote/engine';
import { Command } from 'commander';
import { collectionLines } from '../collection-lines.ts';
import { askDocument } from '../documents.ts';
import { describeArticle, hitLines, oneLine } from '../hit-lines.ts';
import { printDocument, printLines } from '../output.ts';
import { settingOption, type WriterOptions, writerSettings } from '../settings.ts';
import { tellDownload } from '../tell-download.ts';
import { type ArticleFilterOptions, addArticleFilter, toArticleFilter } from './article-filter-options.ts';

interface AskOptions extends ArticleFilterOptions, WriterOptions {
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
    .addOption(settingOption('writerUrl'))
    .addOption(settingOption('writerModel'))
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  $ footnote ask "When did Putin and Xi first meet?"')
    .action(ask);
}

async function ask(question: string, options: AskOptions): Promise<void> {
  const { json: _, ...engineOptions } = options;
  const { openEngine } = await import('@footnote/engine');
  const writer = writerSettings(options, process.env);
  const engine = await openEngine({ ...engineOptions, writer, onDownload: tellDownload });
  // Both models load while the passages are found. What goes wrong meets the question too.
  engine.warmUp().catch(() => {});
  try {
    const result = await engine.ask({ question, filter: toArticleFilter(options) });
    if (!options.json) printLines(resultLines(result));
    const prose = result.kind === 'Answer' ? await engine.prose(result) : null;
    if (options.json) printDocument(askDocument(result, prose));
    else if (prose) printLines(proseLines(prose));
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

const NO_PROSE = {
  NOTHING_TO_REWRITE: 'there is nothing to rewrite',
  NOTHING_HELD: 'nothing that it wrote is held by the quotes',
  WRITER_UNREACHABLE: 'it cannot be reached, or broke off',
  WRITER_REFUSED: 'it refused',
  WRITER_TIMED_OUT: 'it took too long',
  WRITER_REPLY_INVALID: 'it did not reply in the form that it was asked for',
} as const satisfies Record<NonNullable<Prose['reason']>, string>;

function proseLines({ sentences, dropped, reason, writer }: Prose): string[] {
  const name = `${writer.model} at ${writer.host}`;
  if (reason) return ['', `No prose by ${name}: ${NO_PROSE[reason]}.`];
  const left = dropped === 0 ? '' : `; ${dropped} of its sentences left out, which the quotes do not hold`;
  const text = sentences.map((one) => {
    return `${one.text} ${one.citationNumbers.map((number) => `[${number}]`).join('')}`;
  });
  return ['', `As ${name} arranged the quotes${left}:`, text.join(' ')];
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
