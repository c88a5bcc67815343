import { availableParallelism } from 'node:os';
import type { Share } from '@footnote/index';
import type { IndexReport, UpdateIndexOptions } from '@footnote/ingestion';
import { Command } from 'commander';
import { EXIT } from '../exit-status.ts';
import { explainLines } from '../explain-lines.ts';
import { indexingStep } from '../indexing-step.ts';
import { printDocument, printLines, tell, tellNotes } from '../output.ts';
import { startProgress } from '../progress.ts';
import { settingOption } from '../settings.ts';
import { tellDownload } from '../tell-download.ts';
import { untilInterrupted } from '../until-interrupted.ts';
import { toShare } from './share.ts';
import { wholeNumber } from './whole-number.ts';

interface IndexOptions {
  readonly index: string;
  readonly model?: string;
  readonly pooling?: string;
  readonly workers: number;
  readonly wait?: true;
  readonly watch?: true;
  readonly share?: Share;
  readonly explain?: string;
  readonly json?: true;
}

export function indexCommand(): Command {
  return new Command('index')
    .description('Brings the index in line with the articles at the paths.')
    .argument('[path...]', 'files and folders of articles (.txt .md .html .pdf .docx .jsonl)')
    .addOption(settingOption('index'))
    .addOption(settingOption('model'))
    .addOption(settingOption('pooling'))
    .option('--workers <n>', 'processes that embed', wholeNumber(1, 64), availableParallelism())
    .option('--wait', 'wait for another index run to finish, rather than refuse')
    .option('--watch', 'go on until stopped, following changes of the files')
    .option(
      '--share <n/of>',
      'index this share of the articles only, in a cluster: 2/8 is the second of 8',
      toShare,
    )
    .option('--explain <file>', 'index nothing; show what is read from a file, and what is taken out of it')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  $ footnote index articles/ --index .footnote')
    .action(index);
}

async function index(paths: string[], options: IndexOptions, command: Command): Promise<void> {
  if (options.explain !== undefined) return explain(options.explain, options);
  if (paths.length === 0) command.error("error: missing required argument 'path'");
  const { index: directory, model: setting, pooling, workers, wait, share } = options;
  const { indexAt } = await import('@footnote/index-location');
  const { resolveEmbeddingModel } = await import('@footnote/inference');
  const model = await resolveEmbeddingModel({ setting, pooling, onDownload: tellDownload });
  const run = { index: await indexAt(directory), paths, model, workers, wait, share };
  if (options.watch) return watch(run, options);
  show(await untilInterrupted((signal) => runOnce({ ...run, signal })), options);
}

async function explain(file: string, { json }: IndexOptions): Promise<void> {
  const { explainFile } = await import('@footnote/documents');
  const explanation = await explainFile(file);
  if (json) printDocument(explanation);
  else printLines(explainLines(explanation));
}

async function runOnce(run: UpdateIndexOptions): Promise<IndexReport> {
  const { updateIndex } = await import('@footnote/ingestion');
  const progress = startProgress();
  try {
    return await updateIndex({ ...run, onProgress: (now) => progress.update(indexingStep(now)) });
  } finally {
    progress.stop();
  }
}

/** Follows the files until it is stopped, which is its proper end; what it prints then is the last run's report. */
async function watch(run: UpdateIndexOptions, options: IndexOptions): Promise<void> {
  const { watchIndex } = await import('@footnote/ingestion');
  let last: IndexReport | undefined;
  const onReport = (report: IndexReport) => {
    last = report;
    notes(report);
    for (const line of reportLines(report)) tell(line);
  };
  await untilInterrupted((signal) => watchIndex({ ...run, signal, onReport }));
  if (options.json && last) printDocument(last);
}

function show(report: IndexReport, { json }: IndexOptions): void {
  notes(report);
  if (json) printDocument(report);
  else printLines(reportLines(report));
  if (!report.interrupted) return;
  tell('Stopped before the end. What was indexed stays; the same command goes on from there.');
  process.exitCode = EXIT.unmet;
}

function notes({ warnings, skipped }: IndexReport): void {
  tellNotes(warnings);
  for (const { path, reason } of skipped) tell(`Skipped ${path}: ${reason}`);
}

function reportLines(report: IndexReport): string[] {
  const { added, replaced, removed, unchanged, skipped, articles, passages, seconds, passagesPerSecond } =
    report;
  return [
    `${added} added, ${replaced} replaced, ${removed} removed, ${unchanged} unchanged, ${skipped.length} skipped`,
    `The index holds ${articles} articles in ${passages} passages (${seconds.toFixed(1)} s, ${passagesPerSecond.toFixed(0)} passages/s).`,
  ];
}
