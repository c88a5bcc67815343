import type { AnswerReport, RefusalReport, RetrievalReport } from '@footnote/evaluation';

export interface EvaluationReport {
  /** Null where the set has no labels of the kind. */
  readonly retrieval: Readonly<Record<'hybrid' | 'semantic' | 'lexical', RetrievalReport>> | null;
  readonly answers: AnswerReport | null;
  readonly refusal: RefusalReport | null;
}

/** The report as tables. */
export function reportLines({ retrieval, answers, refusal }: EvaluationReport): string[] {
  return [
    ...(retrieval ? retrievalLines(retrieval) : []),
    ...(answers ? ['', ...answerLines(answers)] : []),
    ...(refusal ? ['', ...refusalLines(refusal)] : []),
  ];
}

function retrievalLines(retrieval: NonNullable<EvaluationReport['retrieval']>): string[] {
  const names = ['nDCG@10', 'recall@5', 'recall@10', 'MRR@10', 'success@5'];
  return [
    `Retrieval (${retrieval.hybrid.questions} questions)`,
    `  ${'mode'.padEnd(10)}${names.map((name) => name.padStart(11)).join('')}`,
    ...Object.entries(retrieval).map(([mode, { ndcg10, recall5, recall10, mrr10, success5 }]) => {
      const figures = [ndcg10, recall5, recall10, mrr10, success5];
      return `  ${mode.padEnd(10)}${figures.map((figure) => figure.toFixed(3).padStart(11)).join('')}`;
    }),
  ];
}

function answerLines(answers: AnswerReport): string[] {
  return [
    `Answers (${answers.questions} questions that the documents answer)`,
    row('answered', answers.answered),
    row('first quote holds the answer', answers.firstQuote),
    row('any quote holds the answer', answers.anyQuote),
    row('first quote holds it, of those answered', answers.firstQuoteWhenAnswered),
    row('answer span is the answer, of those with one', answers.exactSpanWhenAnswered),
  ];
}

function refusalLines(refusal: RefusalReport): string[] {
  const { answerable, unanswerable } = refusal;
  return [
    `Refusal (threshold ${refusal.threshold.toFixed(3)})`,
    row('answerable: answered', answerable.answered),
    row('answerable: refused', answerable.refused),
    row('unanswerable: answered', unanswerable.answered),
    row('unanswerable: refused', unanswerable.refused),
    row('precision of refusing', refusal.precision),
    row('recall of refusing', refusal.recall),
    row('precision of answering', refusal.answerPrecision),
    row('AUROC of confidence, answerable or not', refusal.auroc),
    row('Brier score of confidence', refusal.brier),
    row('calibration error of confidence', refusal.calibrationError),
  ];
}

function row(name: string, figure: number | null): string {
  const shown = figure === null ? '–' : Number.isInteger(figure) ? String(figure) : figure.toFixed(3);
  return `  ${name.padEnd(46)}${shown.padStart(8)}`;
}
