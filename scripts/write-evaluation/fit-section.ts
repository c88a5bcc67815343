import { table } from '@footnote/evaluation';

interface SetMeasures {
  readonly answerable: number;
  readonly firstQuoteRight: number;
  readonly answered: number;
  readonly hiddenRefused: number | null;
  readonly nearRefused: number | null;
  readonly changedRefused: number | null;
  readonly unanswerableRefused: number | null;
  readonly areaUnderRoc: Readonly<Record<string, number | null>>;
  readonly calibrationError: number;
}

interface Counted {
  readonly answers: number;
  readonly right: number;
}

/** What `npm run fit:answers` keeps of one model, and of how well it did on sets that it was not fitted on. */
export interface FittedModel {
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

/** How the decision does on sets that it has not seen, and what its threshold and degrees mean. */
export function fitSection(title: string, { threshold, fit }: FittedModel): string[] {
  if (fit === undefined) return [];
  const changes = Object.entries(fit.refusedByChange)
    .map(([change, share]) => `${change.toLowerCase()} ${percent(share)}`)
    .join(', ');
  return [
    `### ${title}`,
    '',
    `Threshold ${threshold.toFixed(2)}; ${fit.questions} questions; of the mixture ${percent(fit.answeredOfMixture)} are answered;`,
    `calibration error over all of them ${fit.calibrationError.toFixed(3)}.`,
    '',
    ...table(
      [
        'set',
        'answerable',
        'first quote right, never refusing',
        'answered',
        'hidden refused',
        'near refused',
        'changed refused',
        'written unanswerable refused',
        'AUROC hidden',
        'AUROC changed',
      ],
      Object.entries(fit.sets).map(([set, measures]) => row(set, measures)),
    ),
    '',
    `Changed questions refused, by what was changed: ${changes}.`,
    '',
    'Answers given, by `certainty`: how many are right of those to questions as they were asked, and of all, changed and',
    'written unanswerable ones included.',
    '',
    ...table(
      ['certainty', 'as asked', 'all'],
      fit.byCertainty.map(({ certainty, asAsked, all }) => [
        certainty,
        `${asAsked.right} of ${asAsked.answers}`,
        `${all.right} of ${all.answers}`,
      ]),
    ),
    '',
  ];
}

function row(set: string, measures: SetMeasures): string[] {
  const { answerable, firstQuoteRight, answered, areaUnderRoc } = measures;
  return [
    set,
    String(answerable),
    percent(firstQuoteRight),
    percent(answered),
    percent(measures.hiddenRefused),
    percent(measures.nearRefused),
    percent(measures.changedRefused),
    percent(measures.unanswerableRefused),
    area(areaUnderRoc.hidden),
    area(areaUnderRoc.changed),
  ];
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

function area(value: number | null | undefined): string {
  return value == null ? '–' : value.toFixed(3);
}
