/**
 * `npm run write:evaluation`: writes EVALUATION.md from what `npm run fit:answers` measured, so that no figure is typed.
 */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { answerModels } from '@footnote/answering';

const OUTPUT = resolve(import.meta.dirname, '../EVALUATION.md');

interface SetMeasures {
  readonly answerable: number;
  readonly firstQuoteRight: number;
  readonly answered: number;
  readonly hiddenRefused: number | null;
  readonly changedRefused: number | null;
  readonly unanswerableRefused: number | null;
  readonly areaUnderRoc: Readonly<Record<string, number | null>>;
  readonly calibrationError: number;
}

interface Counted {
  readonly answers: number;
  readonly right: number;
}

interface Measured {
  readonly threshold: number;
  readonly fit?: {
    readonly questions: number;
    readonly answeredOfMixture: number;
    readonly calibrationError: number;
    readonly byCertainty: readonly {
      readonly certainty: string;
      readonly asAsked: Counted;
      readonly all: Counted;
    }[];
    readonly refusedByChange: Readonly<Record<string, number>>;
    readonly sets: Readonly<Record<string, SetMeasures>>;
  };
}

const models: Readonly<Record<'withReader' | 'withoutReader', Measured>> = answerModels;
await writeFile(
  OUTPUT,
  [
    '# How often it is right',
    '',
    'Written by `npm run write:evaluation` from what `npm run fit:answers` measured. Of each set every other article is left',
    'out of the index: questions on those (hidden) have no answer there, nor have questions changed by rule, nor those that',
    'their writers say nothing answers. The figures of a set come from a decision that was fitted on the other sets. The default',
    'threshold is the least at which, of 100 questions without an answer (90 hidden, 8 changed, 2 written to have none), at most',
    '5 are answered.',
    '',
    ...section('With the reader', models.withReader),
    ...section('Without it', models.withoutReader),
  ].join('\n'),
);

function section(title: string, { threshold, fit }: Measured): string[] {
  if (fit === undefined) return [];
  return [
    `## ${title}`,
    '',
    `Threshold ${threshold.toFixed(2)}; ${fit.questions} questions; of the mixture ${percent(fit.answeredOfMixture)} are answered;`,
    `calibration error over all of them ${fit.calibrationError.toFixed(3)}.`,
    '',
    '| set | answerable questions | first quote right, if never refused | answered | hidden refused | changed refused | written unanswerable refused | AUROC hidden | AUROC changed |',
    '|---|---|---|---|---|---|---|---|---|',
    ...Object.entries(fit.sets).map(([set, measures]) => row(set, measures)),
    '',
    `Changed questions refused, by what was changed: ${Object.entries(fit.refusedByChange)
      .map(([change, share]) => `${change.toLowerCase()} ${percent(share)}`)
      .join(', ')}.`,
    '',
    'Answers given, by `certainty`: how many are right of those to questions as they were asked, and of all, changed and',
    'written unanswerable ones included.',
    '',
    '| certainty | as asked | all |',
    '|---|---|---|',
    ...fit.byCertainty.map(
      ({ certainty, asAsked, all }) =>
        `| ${certainty} | ${asAsked.right} of ${asAsked.answers} | ${all.right} of ${all.answers} |`,
    ),
    '',
  ];
}

function row(set: string, measures: SetMeasures): string {
  const { answerable, firstQuoteRight, answered, areaUnderRoc } = measures;
  const cells = [
    set,
    String(answerable),
    percent(firstQuoteRight),
    percent(answered),
    percent(measures.hiddenRefused),
    percent(measures.changedRefused),
    percent(measures.unanswerableRefused),
    area(areaUnderRoc.hidden),
    area(areaUnderRoc.changed),
  ];
  return `| ${cells.join(' | ')} |`;
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

function area(value: number | null | undefined): string {
  return value == null ? '–' : value.toFixed(3);
}
