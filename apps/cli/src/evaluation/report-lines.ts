import type { Comparison, EvaluationReport, Failure, Intervals } from '@footnote/evaluation';
import {
  ANSWER_FIGURES,
  comparisonRows,
  FAILURES,
  REFUSAL_FIGURES,
  RETRIEVAL_FIGURES,
} from '@footnote/evaluation';

/** The report as tables; in brackets, where a figure lies with a confidence of 95 %. */
export function reportLines({ retrieval, answers, refusal, failures }: EvaluationReport): string[] {
  return [
    ...(retrieval ? retrievalLines(retrieval) : []),
    ...(answers ? ['', ...answerLines(answers)] : []),
    ...(refusal ? ['', ...refusalLines(refusal)] : []),
    ...(failures.length > 0 ? ['', ...failureLines(failures)] : []),
  ];
}

function retrievalLines(retrieval: NonNullable<EvaluationReport['retrieval']>): string[] {
  const names = Object.keys(RETRIEVAL_FIGURES) as (keyof typeof RETRIEVAL_FIGURES)[];
  return [
    `Retrieval (${retrieval.hybrid.questions} questions)`,
    `  ${'mode'.padEnd(10)}${Object.values(RETRIEVAL_FIGURES)
      .map((name) => name.padStart(11))
      .join('')}   interval of nDCG@10`,
    ...Object.entries(retrieval).map(([mode, measures]) => {
      const figures = names.map((name) => measures[name].toFixed(3).padStart(11)).join('');
      return `  ${mode.padEnd(10)}${figures}   ${interval(measures.intervals, 'ndcg10')}`;
    }),
  ];
}

function answerLines(answers: NonNullable<EvaluationReport['answers']>): string[] {
  return [
    `Answers (${answers.questions} questions that the documents answer)`,
    row('answered', answers.answered),
    ...figureRows(answers, ANSWER_FIGURES),
  ];
}

function refusalLines(refusal: NonNullable<EvaluationReport['refusal']>): string[] {
  const { answerable, unanswerable, doubtful } = refusal;
  return [
    `Refusal (threshold ${refusal.threshold.toFixed(3)})`,
    row('answerable: answered', answerable.answered),
    row('answerable: refused', answerable.refused),
    row('unanswerable: answered', unanswerable.answered),
    row('unanswerable: refused', unanswerable.refused),
    ...(doubtful > 0 ? [row('hidden, and answered elsewhere: left out', doubtful)] : []),
    ...figureRows(refusal, REFUSAL_FIGURES),
    '',
    'Confidence and what came of it, refused questions included',
    `  ${'confidence'.padEnd(14)}${['questions', 'mean', 'right'].map((name) => name.padStart(11)).join('')}`,
    ...refusal.reliability
      .filter(({ forecasts }) => forecasts > 0)
      .map(({ from, to, forecasts, probability, cameTrue }) => {
        const cells = [String(forecasts), shown(probability), shown(cameTrue)];
        const range = `${from.toFixed(1)} to ${to.toFixed(1)}`;
        return `  ${range.padEnd(14)}${cells.map((cell) => cell.padStart(11)).join('')}`;
      }),
  ];
}

function failureLines(failures: readonly Failure[]): string[] {
  return [
    'What went wrong',
    ...failures.map(({ kind, times, questions }) => row(FAILURES[kind], times, `of ${questions}`)),
  ];
}

/** How a second setting differs. */
export function comparisonLines(setting: string, comparison: Comparison): string[] {
  return [
    `Beside ${setting} (p: how probable so great a difference is, were both alike)`,
    `  ${''.padEnd(46)}${['first', 'second', 'difference'].map((name) => name.padStart(11)).join('')}`,
    ...comparisonRows(comparison).map(
      ({ name, difference: { first, second, difference, interval: at, p } }) => {
        const figures = [first, second, difference].map((value) => value.toFixed(3).padStart(11)).join('');
        return `  ${name.padEnd(46)}${figures}  [${at.map((end) => end.toFixed(3)).join(', ')}]  p ${p.toFixed(3)}`;
      },
    ),
  ];
}

function figureRows<Name extends string>(
  report: Readonly<Record<NoInfer<Name>, number | null>> & { readonly intervals: Intervals },
  names: Readonly<Record<Name, string>>,
): string[] {
  return (Object.keys(names) as Name[]).map((name) =>
    row(names[name], report[name], interval(report.intervals, name)),
  );
}

function interval(intervals: Intervals, name: string): string {
  const found = intervals[name];
  return found ? `[${found.map((end) => end.toFixed(3)).join(', ')}]` : '';
}

function row(name: string, figure: number | null, beside = ''): string {
  return `  ${name.padEnd(52)}${shown(figure).padStart(8)}  ${beside}`.trimEnd();
}

function shown(figure: number | null): string {
  if (figure === null) return '–';
  return Number.isInteger(figure) ? String(figure) : figure.toFixed(3);
}
