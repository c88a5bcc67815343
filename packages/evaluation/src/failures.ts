import { isDoubtful } from './answer-reports.ts';
import type { Outcome } from './ask-questions.ts';
import { CHANGES, type Change } from './changes.ts';

/**
 * What went wrong with a question. NOT_FOUND: no passage that was read holds the answer. ANOTHER_SENTENCE: one does, and
 * another sentence was quoted, or would have been. WITHHELD: the right sentence came first and was not trusted. HIDDEN,
 * UNANSWERABLE and the ways to change a question: such a question was answered.
 */
export type FailureKind = 'NOT_FOUND' | 'ANOTHER_SENTENCE' | 'WITHHELD' | 'HIDDEN' | 'UNANSWERABLE' | Change;

/** One way to go wrong: how often it did, of so many questions with which it could. */
export interface Failure {
  readonly kind: FailureKind;
  readonly times: number;
  readonly questions: number;
  /** How many of them were answered, wrongly. */
  readonly answered: number;
  readonly examples: readonly FailureExample[];
}

interface FailureExample {
  readonly question: string;
  readonly bestQuote: string | null;
  readonly confidence: number;
}

const KINDS: readonly FailureKind[] = [
  'NOT_FOUND',
  'ANOTHER_SENTENCE',
  'WITHHELD',
  'HIDDEN',
  'UNANSWERABLE',
  ...CHANGES,
];
const EXAMPLES = 3;

/** What went wrong, kind by kind, with the cases that were surest; kinds of question that were not asked are left out. */
export function failuresOf(given: readonly Outcome[]): Failure[] {
  const outcomes = given.filter((outcome) => !isDoubtful(outcome));
  return KINDS.flatMap((kind): Failure[] => {
    const questions = outcomes.filter((outcome) => couldFail(outcome, kind)).length;
    if (questions === 0) return [];
    const failed = outcomes.filter((outcome) => failureOf(outcome) === kind);
    const surest = failed.toSorted((a, b) => b.confidence - a.confidence).slice(0, EXAMPLES);
    return [
      {
        kind,
        times: failed.length,
        questions,
        answered: failed.filter(({ answered }) => answered).length,
        examples: surest.map(({ question, bestQuote, confidence }) => {
          return { question: question.text, bestQuote, confidence };
        }),
      },
    ];
  });
}

/** Null when nothing did. */
function failureOf(outcome: Outcome): FailureKind | null {
  const { answerable, answered, bestHolds, found } = outcome;
  if (!answerable) return answered ? unanswerableKind(outcome) : null;
  if (!found) return 'NOT_FOUND';
  if (!bestHolds) return 'ANOTHER_SENTENCE';
  return answered ? null : 'WITHHELD';
}

function couldFail(outcome: Outcome, kind: FailureKind): boolean {
  const isOfAnswerable = kind === 'NOT_FOUND' || kind === 'ANOTHER_SENTENCE' || kind === 'WITHHELD';
  return outcome.answerable ? isOfAnswerable : kind === unanswerableKind(outcome);
}

function unanswerableKind({ question }: Outcome): FailureKind {
  return question.alteration ?? 'UNANSWERABLE';
}
