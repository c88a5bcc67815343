import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Comparison, Evaluation, EvaluationReport, LabelledSet } from '@footnote/evaluation';
import { Command } from 'commander';
import { countQuestions } from '../count-questions.ts';
import { type ComparedSettings, parseComparedSettings } from '../evaluation/compared-settings.ts';
import { indexingStep } from '../indexing-step.ts';
import { printDocument, printLines, tell } from '../output.ts';
import { startProgress } from '../progress.ts';
import { settingOption } from '../settings.ts';
import { tellDownload } from '../tell-download.ts';
import { untilInterrupted } from '../until-interrupted.ts';
import { wholeNumber } from './whole-number.ts';

interface EvalOptions {
  readonly limit?: number;
  readonly model?: string;
  readonly pooling?: string;
  readonly reader?: string;
  readonly readers?: number;
  readonly threshold?: number;
  readonly hide?: true;
  readonly changed?: true;
  readonly compare?: ComparedSettings;
  readonly report?: string;
  readonly json?: true;
}

export function evalCommand(): Command {
  return new Command('eval')
    .description('Measures retrieval, answers and refusals on a labelled set, in an index of its own.')
    .argument('<dataset>', 'a folder with corpus.jsonl, queries.jsonl, qrels and maybe answers.jsonl')
    .option('--limit <n>', 'only so many of the questions, evenly spread', wholeNumber(1, 10_000_000))
    .addOption(settingOption('model'))
    .addOption(settingOption('pooling'))
    .addOption(settingOption('reader'))
    .addOption(settingOption('readers'))
    .addOption(settingOption('threshold'))
    .option('--hide', 'leave every other document out: questions on those are not answerable then')
    .option('--changed', 'ask answerable questions once more, changed by rule so that nothing answers them')
    .option(
      '--compare <settings>',
      'measure once more with other settings (mode, model, pooling, reader, threshold) and test the difference',
      parseComparedSettings,
    )
    .option('--report <file>', 'write a report in Markdown, with examples of what goes wrong')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExample:\n  $ footnote eval sets/squad --limit 500 --hide --compare reader=off --report squad.md',
    )
    .action(evaluateSet);
}

async function evaluateSet(dataset: string, options: EvalOptions): Promise<void> {
  const { compareEvaluations, readLabelledSet, reportEvaluation } = await import('@footnote/evaluation');
  const set = await prepare(await readLabelledSet(dataset), options);
  const { compare } = options;
  const { evaluation, other } = await untilInterrupted(async (signal) => {
    const run = { set, signal };
    return compare ? await measureBoth(run, options, compare) : { ...(await measureOne(run, options)) };
  });
  const report = reportEvaluation(evaluation);
  const comparison =
    compare && other
      ? compareEvaluations([evaluation, other], ['HYBRID', compare.mode ?? 'HYBRID'])
      : undefined;
  if (options.report) await writeReport(options.report, { dataset, options, report, comparison });
  if (options.json) {
    printDocument(comparison ? { ...report, comparison: { setting: compare?.text, ...comparison } } : report);
    return;
  }
  const { comparisonLines, reportLines } = await import('../evaluation/report-lines.ts');
  printLines(reportLines(report));
  if (compare && comparison) printLines(['', ...comparisonLines(compare.text, comparison)]);
}

async function prepare(whole: LabelledSet, options: EvalOptions): Promise<LabelledSet> {
  const { addChangedQuestions, hideDocuments, sampleQuestions } = await import('@footnote/evaluation');
  const sampled = { ...whole, questions: sampleQuestions(whole.questions, options.limit) };
  const shown = options.hide ? hideDocuments(sampled) : sampled;
  return options.changed ? addChangedQuestions(shown) : shown;
}

interface Run {
  readonly set: LabelledSet;
  readonly signal: AbortSignal;
}

interface Measured {
  readonly evaluation: Evaluation;
  readonly other?: Evaluation;
}

async function measureOne(run: Run, settings: EvalOptions): Promise<Measured> {
  return await withIndex(run, settings, async (directory) => ({
    evaluation: await measure(directory, run, settings),
  }));
}

/** One index serves both, unless they embed differently. Another mode alone asks nothing again. */
async function measureBoth(run: Run, options: EvalOptions, compare: ComparedSettings): Promise<Measured> {
  const { text: _, mode: __, ...changes } = compare;
  const others = { ...options, ...changes };
  const embedsAlike = others.model === options.model && others.pooling === options.pooling;
  const first = await withIndex(run, options, async (directory): Promise<Measured> => {
    const evaluation = await measure(directory, run, options);
    if (Object.keys(changes).length === 0) return { evaluation, other: evaluation };
    return embedsAlike ? { evaluation, other: await measure(directory, run, others) } : { evaluation };
  });
  if (first.other) return first;
  const { evaluation: other } = await measureOne(run, others);
  return { ...first, other };
}

async function withIndex<T>(
  { set, signal }: Run,
  { model: setting, pooling }: EvalOptions,
  use: (directory: string) => Promise<T>,
): Promise<T> {
  const { withTemporaryIndex } = await import('@footnote/evaluation');
  const { resolveEmbeddingModel } = await import('@footnote/inference');
  const model = await resolveEmbeddingModel({ setting, pooling, onDownload: tellDownload });
  const indexing = startProgress();
  try {
    return await withTemporaryIndex(
      set.documents,
      { model, signal, onProgress: (progress) => indexing.update(indexingStep(progress)) },
      (directory) => {
        indexing.stop();
        return use(directory);
      },
    );
  } finally {
    // A bar that is not stopped goes on drawing, and keeps the process alive.
    indexing.stop();
  }
}

async function measure(
  index: string,
  { set: { questions }, signal }: Run,
  { model, pooling, reader, readers, threshold }: EvalOptions,
): Promise<Evaluation> {
  const { openEngine } = await import('@footnote/engine');
  const { evaluate } = await import('@footnote/evaluation');
  const engine = await openEngine({
    index,
    model,
    pooling,
    reader,
    readers,
    threshold,
    onDownload: tellDownload,
  });
  try {
    return await evaluate(engine, questions, (activity, run) =>
      countQuestions(activity, { total: questions.length, signal, run }),
    );
  } finally {
    await engine.close();
  }
}

interface Reported {
  readonly dataset: string;
  readonly options: EvalOptions;
  readonly report: EvaluationReport;
  readonly comparison: Comparison | undefined;
}

async function writeReport(file: string, { dataset, options, report, comparison }: Reported): Promise<void> {
  const { markdownReport } = await import('@footnote/evaluation');
  const { limit, hide, changed, compare } = options;
  const about = [
    limit ? `A sample of ${limit} questions, evenly spread.` : 'All questions.',
    hide ? 'Every other document is hidden: questions on those are not answerable.' : '',
    changed ? 'Answerable questions are asked once more, changed by rule so that nothing answers them.' : '',
  ];
  const text = markdownReport(report, {
    title: `Footnote on ${basename(resolve(dataset))}`,
    about: about.filter(Boolean),
    comparison: compare && comparison && { setting: compare.text, comparison },
  });
  await writeFile(file, text);
  tell(`The report is in ${file}`);
}
