import {
  type EvaluationReport,
  FAILURES,
  type FailureKind,
  type Intervals,
  type ReliabilityBin,
  reliabilityTable,
  table,
} from '@footnote/evaluation';
import type { SetReport } from './measure-set.ts';

/** nDCG@10 and success@5, words and meaning together and each alone. */
export function retrievalSection(sets: readonly SetReport[]): string[] {
  const modes = ['hybrid', 'lexical', 'semantic'] as const;
  const rows = sets.flatMap(({ name, retrieval }) =>
    retrieval
      ? [
          [
            name,
            String(retrieval.hybrid.questions),
            ...modes.map((mode) => figure(retrieval[mode].ndcg10, retrieval[mode].intervals, 'ndcg10')),
            figure(retrieval.hybrid.success5, retrieval.hybrid.intervals, 'success5'),
          ],
        ]
      : [],
  );
  return [
    '## Search',
    '',
    'nDCG@10 over all documents of a set, beside BM25 and the embedding alone; success@5: any relevant document among the',
    'first five.',
    '',
    ...table(['set', 'questions', 'nDCG@10', 'BM25 alone', 'embedding alone', 'success@5'], rows),
    '',
  ];
}

/** What comes of questions with every other document hidden, with the reader and without. */
export function answerSection(sets: readonly SetReport[]): string[] {
  const rows = sets.flatMap(({ name, withReader, withoutReader }) => [
    answerRow(name, withReader),
    answerRow(`${name}, no reader`, withoutReader),
  ]);
  const differences = sets.flatMap(({ name, comparison }) => {
    const first = comparison.answers.firstQuoteNeverRefusing;
    const auroc = comparison.refusal.auroc;
    if (!first || !auroc) return [];
    const cell = ({ difference, p }: typeof first) => `${difference.toFixed(3)} (p ${p.toFixed(3)})`;
    return [[name, cell(first), cell(auroc)]];
  });
  return [
    '## Answers and refusals',
    '',
    'Every other document is hidden; answerable questions are asked again, changed by rule so that nothing answers them. In',
    'clapnq_dev_dev and multihop_rag_500_dev the answers are long texts or one word, so that "holds the answer" says little.',
    '',
    ...table(
      [
        'set',
        'answerable',
        'first quote right, never refusing',
        'answered',
        'others refused',
        'AUROC',
        'calibration error, all',
      ],
      rows,
    ),
    '',
    'Without the reader, what is lost (paired randomization test):',
    '',
    ...table(['set', 'first quote right, never refusing', 'AUROC'], differences),
    '',
  ];
}

function answerRow(name: string, { answers, refusal }: EvaluationReport): string[] {
  if (!answers || !refusal) return [name, '–', '–', '–', '–', '–', '–'];
  return [
    name,
    String(answers.questions),
    figure(answers.firstQuoteNeverRefusing, answers.intervals, 'firstQuoteNeverRefusing'),
    (answers.answered / answers.questions).toFixed(3),
    figure(refusal.recall, refusal.intervals, 'recall'),
    figure(refusal.auroc, refusal.intervals, 'auroc'),
    figure(refusal.calibrationError, refusal.intervals, 'calibrationError'),
  ];
}

/** How far confidence can be believed, over all sets together. */
export function reliabilitySection(sets: readonly SetReport[]): string[] {
  const bins = sets.map(({ withReader }) => withReader.refusal?.reliability ?? []);
  return [
    '### Confidence and what came of it',
    '',
    'All questions of all sets, refused ones included, with the reader.',
    '',
    ...reliabilityTable(addBins(bins)),
    '',
  ];
}

function addBins(sets: readonly (readonly ReliabilityBin[])[]): ReliabilityBin[] {
  const [first = []] = sets;
  return first.map(({ from, to }, place) => {
    const same = sets.flatMap((bins) => bins[place] ?? []);
    const forecasts = same.reduce((sum, bin) => sum + bin.forecasts, 0);
    const mean = (of: (bin: ReliabilityBin) => number | null) =>
      forecasts === 0 ? null : same.reduce((sum, bin) => sum + (of(bin) ?? 0) * bin.forecasts, 0) / forecasts;
    return {
      from,
      to,
      forecasts,
      probability: mean(({ probability }) => probability),
      cameTrue: mean(({ cameTrue }) => cameTrue),
    };
  });
}

/** How often what goes wrong, set by set. */
export function failureSection(sets: readonly SetReport[]): string[] {
  const kinds = (Object.keys(FAILURES) as FailureKind[]).filter((kind) =>
    sets.some(({ withReader }) => withReader.failures.some((one) => one.kind === kind)),
  );
  const rows = kinds.map((kind) => [
    FAILURES[kind],
    ...sets.map(({ withReader }) => {
      const failure = withReader.failures.find((one) => one.kind === kind);
      return failure ? `${failure.times} of ${failure.questions}` : '–';
    }),
  ]);
  return ['## What goes wrong', '', ...table(['with the reader', ...sets.map(({ name }) => name)], rows), ''];
}

function figure(value: number | null, intervals: Intervals, name: string): string {
  if (value === null) return '–';
  const interval = intervals[name];
  return interval
    ? `${value.toFixed(3)} [${interval.map((end) => end.toFixed(3)).join(', ')}]`
    : value.toFixed(3);
}
