import type { LabelledQuestion } from '@footnote/evaluation';
import { Command } from 'commander';
import { countQuestions } from '../count-questions.ts';
import { type EvaluationReport, reportLines } from '../evaluation/report-lines.ts';
import { indexingStep } from '../indexing-step.ts';
import { printDocument, printLines } from '../output.ts';
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
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  $ footnote eval sets/squad --limit 500')
    .action(evaluate);
}

async function evaluate(dataset: string, options: EvalOptions): Promise<void> {
  const { addChangedQuestions, hideDocuments, readLabelledSet, sampleQuestions, withTemporaryIndex } =
    await import('@footnote/evaluation');
  const { resolveEmbeddingModel } = await import('@footnote/inference');
  const whole = await readLabelledSet(dataset);
  const sampled = { ...whole, questions: sampleQuestions(whole.questions, options.limit) };
  const shown = options.hide ? hideDocuments(sampled) : sampled;
  const { documents, questions } = options.changed ? addChangedQuestions(shown) : shown;
  const indexing = startProgress();
  try {
    const { model: setting, pooling } = options;
    const model = await resolveEmbeddingModel({ setting, pooling, onDownload: tellDownload });
    const report = await untilInterrupted((signal) =>
      withTemporaryIndex(
        documents,
        { model, signal, onProgress: (progress) => indexing.update(indexingStep(progress)) },
        (directory) => {
          indexing.stop();
          return evaluateIndex(directory, { questions, options, signal });
        },
      ),
    );
    if (options.json) printDocument(report);
    else printLines(reportLines(report));
  } finally {
    // A bar that is not stopped goes on drawing, and keeps the process alive.
    indexing.stop();
  }
}

interface Evaluation {
  readonly questions: readonly LabelledQuestion[];
  readonly options: EvalOptions;
  readonly signal: AbortSignal;
}

async function evaluateIndex(
  directory: string,
  { questions, options, signal }: Evaluation,
): Promise<EvaluationReport> {
  const { openEngine } = await import('@footnote/engine');
  const { evaluateAnswers, evaluateRetrieval } = await import('@footnote/evaluation');
  const { model, pooling, reader, readers, threshold } = options;
  const engine = await openEngine({
    index: directory,
    model,
    pooling,
    reader,
    readers,
    threshold,
    onDownload: tellDownload,
  });
  const counted = <T>(activity: string, run: (onQuestion: () => void) => Promise<T>) =>
    countQuestions(activity, { total: questions.length, signal, run });
  try {
    const ranked = (mode: 'HYBRID' | 'SEMANTIC' | 'LEXICAL') =>
      counted(`Searching, ${mode.toLowerCase()}`, (onQuestion) =>
        evaluateRetrieval(engine, questions, { mode, onQuestion }),
      );
    const hybrid = await ranked('HYBRID');
    const semantic = await ranked('SEMANTIC');
    const lexical = await ranked('LEXICAL');
    const asked = await counted('Asking', (onQuestion) => evaluateAnswers(engine, questions, onQuestion));
    return { retrieval: hybrid && semantic && lexical && { hybrid, semantic, lexical }, ...asked };
  } finally {
    await engine.close();
  }
}
