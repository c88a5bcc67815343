import { readFile } from 'node:fs/promises';
import { type Engine, FootnoteError } from '@footnote/engine';
import type { AskedQuestion, Calibration, Interval } from '@footnote/evaluation';
import { Command } from 'commander';
import { countQuestions } from '../count-questions.ts';
import { printDocument, printLines } from '../output.ts';
import { settingOption } from '../settings.ts';
import { tellDownload } from '../tell-download.ts';
import { untilInterrupted } from '../until-interrupted.ts';

interface CalibrateOptions {
  readonly index: string;
  readonly model?: string;
  readonly pooling?: string;
  readonly reader?: string;
  readonly readers?: number;
  readonly json?: true;
}

export function calibrateCommand(): Command {
  return new Command('calibrate')
    .description('Fits the threshold to an index, from questions that its articles answer and others.')
    .argument('<questions>', 'a JSONL file: {"question", "answers"} a line; no answers: not answerable')
    .addOption(settingOption('index'))
    .addOption(settingOption('model'))
    .addOption(settingOption('pooling'))
    .addOption(settingOption('reader'))
    .addOption(settingOption('readers'))
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  $ footnote calibrate questions.jsonl')
    .action(calibrate);
}

async function calibrate(file: string, { json, ...options }: CalibrateOptions): Promise<void> {
  const questions = parseQuestions(await readQuestions(file), file);
  const [{ openEngine }, { calibrateThreshold, checkBothKinds }] = await Promise.all([
    import('@footnote/engine'),
    import('@footnote/evaluation'),
  ]);
  checkBothKinds(questions);
  const engine = await openEngine({ ...options, onDownload: tellDownload });
  try {
    const asked = await untilInterrupted((signal) => askAll(engine, { questions, signal }));
    const calibration = calibrateThreshold(asked);
    await engine.keepThreshold(calibration.threshold);
    if (json) printDocument(calibration);
    else printLines(calibrationLines(calibration));
  } finally {
    await engine.close();
  }
}

interface Asking {
  readonly questions: readonly LabelledLine[];
  readonly signal: AbortSignal;
}

function askAll(engine: Engine, { questions, signal }: Asking): Promise<AskedQuestion[]> {
  return countQuestions('Asking', {
    total: questions.length,
    signal,
    run: async (onQuestion) => {
      const asked: AskedQuestion[] = [];
      for (const { question, isAnswerable } of questions) {
        const { confidence } = await engine.ask({ question }, { signal });
        asked.push({ confidence, isAnswerable });
        onQuestion();
      }
      return asked;
    },
  });
}

function calibrationLines(calibration: Calibration): string[] {
  const { threshold, questions, answerable, answered, refused } = calibration;
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const range = ([from, to]: Interval) => `${percent(from)} to ${percent(to)}`;
  return [
    `The threshold of this index is now ${threshold.toFixed(2)}, from ${questions} questions.`,
    `  answered, of ${answerable} that the articles answer: ${percent(answered)}`,
    `  refused, of ${questions - answerable} others: ${percent(refused)}`,
    `So many questions are enough to say, with a confidence of 95 %, that of all such questions`,
    `${range(calibration.answeredInterval)} are answered and ${range(calibration.refusedInterval)} refused.`,
  ];
}

interface LabelledLine {
  readonly question: string;
  readonly isAnswerable: boolean;
}

async function readQuestions(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw invalid(`${file} cannot be read: ${(cause as Error).message}.`, cause);
  }
}

function parseQuestions(text: string, file: string): LabelledLine[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw invalid(`${file} holds no question.`);
  return lines.map((line, i) => parseLine(line, `Line ${i + 1} of ${file}`));
}

function parseLine(line: string, place: string): LabelledLine {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (cause) {
    throw invalid(`${place} is not JSON.`, cause);
  }
  const { question, answers = [] } = (row ?? {}) as { question?: unknown; answers?: unknown };
  if (typeof question !== 'string' || question.trim() === '' || !Array.isArray(answers)) {
    throw invalid(`${place} has no question, or answers that are no list.`);
  }
  return { question, isAnswerable: answers.length > 0 };
}

function invalid(message: string, cause?: unknown): FootnoteError {
  const remedy = 'Give a JSONL file with {"question": "…", "answers": ["…"]} a line.';
  return new FootnoteError('DATASET_INVALID', `${message} ${remedy}`, { cause });
}
