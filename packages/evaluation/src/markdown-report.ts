import type { AnswerReport, Intervals, RefusalReport } from './answer-reports.ts';
import type { Comparison, EvaluationReport } from './evaluate.ts';
import type { Failure, FailureKind } from './failures.ts';
import { ANSWER_FIGURES, REFUSAL_FIGURES, RETRIEVAL_FIGURES } from './figure-names.ts';
import type { ReliabilityBin } from './probability-measures.ts';
import type { Difference } from './resampling.ts';

export interface MarkdownOptions {
  readonly title: string;
  /** What was measured, in sentences. */
  readonly about: readonly string[];
  readonly comparison?: { readonly setting: string; readonly comparison: Comparison } | undefined;
}

/** An evaluation as Markdown, every figure with its interval. */
export function markdownReport(
  report: EvaluationReport,
  { title, about, comparison }: MarkdownOptions,
): string {
  const { retrieval, answers, refusal, failures } = report;
  const lines = [
    `# ${title}`,
    '',
    ...about,
    '',
    'In brackets: where a figure lies for all such questions with a confidence of 95 % (bootstrap over the questions).',
    ...(retrieval ? retrievalSection(retrieval) : []),
    ...(answers ? answerSection(answers) : []),
    ...(refusal ? refusalSection(refusal) : []),
    ...(failures.length > 0 ? failureSection(failures) : []),
    ...(comparison ? comparisonSection(comparison) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function retrievalSection(retrieval: NonNullable<EvaluationReport['retrieval']>): string[] {
  const names = Object.keys(RETRIEVAL_FIGURES) as (keyof typeof RETRIEVAL_FIGURES)[];
  return [
    '',
    `## Retrieval, ${retrieval.hybrid.questions} questions`,
    '',
    ...table(
      ['mode', ...Object.values(RETRIEVAL_FIGURES)],
      Object.entries(retrieval).map(([mode, measures]) => [
        mode,
        ...names.map((name) => withInterval(measures[name], measures.intervals, name)),
      ]),
    ),
  ];
}

function answerSection(answers: AnswerReport): string[] {
  return [
    '',
    `## Answers, ${answers.questions} questions that the documents answer`,
    '',
    `${answers.answered} were answered.`,
    '',
    ...figureTable(answers, ANSWER_FIGURES),
  ];
}

function refusalSection(refusal: RefusalReport): string[] {
  const { answerable, unanswerable, doubtful, reliability } = refusal;
  return [
    '',
    `## Refusals, at a threshold of ${refusal.threshold.toFixed(2)}`,
    '',
    ...table(
      ['questions', 'answered', 'refused'],
      [
        ['answerable', String(answerable.answered), String(answerable.refused)],
        ['not answerable', String(unanswerable.answered), String(unanswerable.refused)],
      ],
    ),
    '',
    ...figureTable(refusal, REFUSAL_FIGURES),
    ...(doubtful > 0
      ? [
          '',
          `${doubtful} questions count nowhere: the document that answers them is hidden, and another holds the answer's words.`,
        ]
      : []),
    '',
    '### Confidence and what came of it, all questions, refused ones included',
    '',
    ...reliabilityTable(reliability),
  ];
}

/** A reliability table. */
export function reliabilityTable(bins: readonly ReliabilityBin[]): string[] {
  return table(
    ['confidence', 'questions', 'mean confidence', 'right'],
    bins
      .filter(({ forecasts }) => forecasts > 0)
      .map(({ from, to, forecasts, probability, cameTrue }) => [
        `${from.toFixed(1)} to ${to.toFixed(1)}`,
        String(forecasts),
        figure(probability),
        figure(cameTrue),
      ]),
  );
}

function failureSection(failures: readonly Failure[]): string[] {
  return ['', '## What goes wrong', '', ...failureTable(failures), ...failures.flatMap(examplesOf)];
}

/** What goes wrong, by kind, in numbers. */
export function failureTable(failures: readonly Failure[]): string[] {
  return table(
    ['what', 'times', 'of', 'answered all the same'],
    failures.map(({ kind, times, questions, answered }) => [
      FAILURES[kind],
      String(times),
      `${questions} ${kindOfQuestion(kind)}`,
      String(answered),
    ]),
  );
}

/** What each kind of failure is called where people read it. */
export const FAILURES: Readonly<Record<FailureKind, string>> = {
  NOT_FOUND: 'no passage that was read holds the answer',
  ANOTHER_SENTENCE: 'another sentence came first',
  WITHHELD: 'the right sentence was not trusted',
  HIDDEN: 'answered, though the document that answers is hidden',
  UNANSWERABLE: 'answered, though nothing answers it',
  YEAR: 'answered with another year in the question',
  NUMBER: 'answered with another number in the question',
  NAME: 'answered with another name in the question',
  ROLE: 'answered with names in each other’s place',
  NEGATION: 'answered with a denial in the question',
  OPPOSITE: 'answered with the opposite of a word in the question',
};

function kindOfQuestion(kind: FailureKind): string {
  const isOfAnswerable = kind === 'NOT_FOUND' || kind === 'ANOTHER_SENTENCE' || kind === 'WITHHELD';
  return isOfAnswerable ? 'answerable' : 'not answerable';
}

function examplesOf({ kind, examples }: Failure): string[] {
  if (examples.length === 0) return [];
  return [
    '',
    `Surest of these: ${FAILURES[kind]}`,
    '',
    ...table(
      ['question', 'first quote, given or withheld', 'confidence'],
      examples.map(({ question, bestQuote, confidence }) => [
        question,
        bestQuote === null ? '–' : `“${bestQuote}”`,
        confidence.toFixed(2),
      ]),
    ),
  ];
}

function comparisonSection({ setting, comparison }: NonNullable<MarkdownOptions['comparison']>): string[] {
  const rows = comparisonRows(comparison).map(({ name, difference }) => [
    name,
    figure(difference.first),
    figure(difference.second),
    `${signed(difference.difference)} [${difference.interval.map(signed).join(', ')}]`,
    difference.p.toFixed(3),
  ]);
  return [
    '',
    `## Beside ${setting}`,
    '',
    'p: how probable so great a difference is, were both alike (paired randomization test).',
    '',
    ...table(['figure', 'as above', setting, 'difference', 'p'], rows),
  ];
}

/** The figures of a comparison that both settings have, as people read them. */
export function comparisonRows({ retrieval, answers, refusal }: Comparison) {
  const groups = [
    [retrieval, RETRIEVAL_FIGURES],
    [answers, ANSWER_FIGURES],
    [refusal, REFUSAL_FIGURES],
  ] as const;
  return groups.flatMap(([differences, names]) =>
    Object.entries(names).flatMap(([key, name]): { name: string; difference: Difference }[] => {
      const difference = differences[key];
      return difference ? [{ name, difference }] : [];
    }),
  );
}

function figureTable<Name extends string>(
  report: Readonly<Record<NoInfer<Name>, number | null>> & { readonly intervals: Intervals },
  names: Readonly<Record<Name, string>>,
): string[] {
  const rows = (Object.keys(names) as Name[]).map((name) => [
    names[name],
    withInterval(report[name], report.intervals, name),
  ]);
  return table(['figure', ''], rows);
}

function withInterval(value: number | null, intervals: Intervals, name: string): string {
  const interval = intervals[name];
  return interval ? `${figure(value)} [${interval.map(figure).join(', ')}]` : figure(value);
}

function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}

/** A Markdown table; what would end a cell or a line is taken out of the cells. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/gu, ' ')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)];
}
