import type { AskResult, Citation, Engine } from '@footnote/engine';
import { holdsAnswer, isExact } from './answer-measures.ts';
import type { LabelledQuestion } from './labelled-set.ts';

/** What came of one question. */
export interface Outcome {
  readonly question: LabelledQuestion;
  /** Whether the articles answer it. */
  readonly answerable: boolean;
  readonly answered: boolean;
  readonly confidence: number;
  readonly threshold: number;
  /** Whether a passage that was read holds an accepted answer. */
  readonly found: boolean;
  /** What was quoted first, or would have been, had it not been refused; null without a candidate. */
  readonly bestQuote: string | null;
  /** Whether that holds an accepted answer. */
  readonly bestHolds: boolean;
  readonly firstHolds: boolean;
  readonly anyHolds: boolean;
  /** Null without a span. */
  readonly exactSpan: boolean | null;
}

/** Asks the questions of which the set says whether its documents answer them. */
export async function askQuestions(
  engine: Pick<Engine, 'ask'>,
  questions: readonly LabelledQuestion[],
  onQuestion: () => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    if (question.isImpossible !== null) outcomes.push(await askOne(engine, question));
    onQuestion();
  }
  return outcomes;
}

async function askOne(engine: Pick<Engine, 'ask'>, question: LabelledQuestion): Promise<Outcome> {
  const { answers, isImpossible } = question;
  const result = await engine.ask({ question: question.text });
  // What was refused is asked once more, at a threshold that refuses nothing, for what would have been quoted.
  const best =
    result.kind === 'Answer' ? result : await engine.ask({ question: question.text }, { threshold: 0 });
  const quotes = quotesOf(result);
  const holds = ({ quote }: Citation) => holdsAnswer(quote, answers);
  const [first] = quotes;
  const [bestFirst] = quotesOf(best);
  return {
    question,
    answerable: !isImpossible,
    answered: first !== undefined,
    confidence: result.confidence,
    threshold: result.threshold,
    found: passagesOf(best).some((text) => holdsAnswer(text, answers)),
    bestQuote: bestFirst?.quote ?? null,
    bestHolds: bestFirst !== undefined && holds(bestFirst),
    firstHolds: first !== undefined && holds(first),
    anyHolds: quotes.some(holds),
    exactSpan: first ? hasExactSpan(first, answers) : null,
  };
}

function quotesOf(result: AskResult): readonly Citation[] {
  return result.kind === 'Answer' ? result.citations : [];
}

function passagesOf(result: AskResult): string[] {
  const hits = result.kind === 'Answer' ? result.evidence : result.nearest;
  return hits.map(({ passage }) => passage.text);
}

function hasExactSpan({ quote, start, answerSpan }: Citation, answers: readonly string[]): boolean | null {
  return answerSpan && isExact(quote.slice(answerSpan.start - start, answerSpan.end - start), answers);
}
