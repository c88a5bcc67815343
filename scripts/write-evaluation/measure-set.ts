import { openEngine } from '@footnote/engine';
import {
  addChangedQuestions,
  type Comparison,
  compareEvaluations,
  type EvaluationReport,
  evaluate,
  hideDocuments,
  type LabelledSet,
  reportEvaluation,
  sampleQuestions,
  withTemporaryIndex,
} from '@footnote/evaluation';
import { resolveEmbeddingModel } from '@footnote/inference';

/** What was measured on one set. */
export interface SetReport {
  readonly name: string;
  /** All documents indexed; null where no question has a relevant document. */
  readonly retrieval: EvaluationReport['retrieval'];
  /** Every other document hidden, and changed questions added. */
  readonly withReader: EvaluationReport;
  readonly withoutReader: EvaluationReport;
  /** How it goes without the reader, beside with it. */
  readonly comparison: Comparison;
}

export interface SetToMeasure {
  readonly name: string;
  readonly set: LabelledSet;
  /** Questions to search with, and to ask. */
  readonly searched: number;
  readonly asked: number;
}

/** Measures retrieval over the whole set, and answers and refusals with half of it hidden, with the reader and without. */
export async function measureSet({ name, set, searched, asked }: SetToMeasure): Promise<SetReport> {
  const whole = { ...set, questions: sampleQuestions(set.questions, searched) };
  const half = addChangedQuestions(
    hideDocuments({ ...set, questions: sampleQuestions(set.questions, asked) }),
  );
  const retrieval = await withIndex(name, whole, async (index) => {
    const measured = await measure(index, { ...whole, questions: whole.questions.map(withoutAnswer) });
    return reportEvaluation(measured).retrieval;
  });
  return await withIndex(`${name}, half`, half, async (index) => {
    const withReader = await measure(index, half);
    const withoutReader = await measure(index, half, 'off');
    return {
      name,
      retrieval,
      withReader: reportEvaluation(withReader),
      withoutReader: reportEvaluation(withoutReader),
      comparison: compareEvaluations([withReader, withoutReader], ['HYBRID', 'HYBRID']),
    };
  });
}

/** A question that is only searched for: of what nothing is known, nothing is asked. */
function withoutAnswer<Question extends LabelledSet['questions'][number]>(question: Question): Question {
  return { ...question, isImpossible: null };
}

async function withIndex<T>(name: string, set: LabelledSet, use: (index: string) => Promise<T>): Promise<T> {
  const model = await resolveEmbeddingModel();
  tell(`${name}: indexing ${set.documents.length} documents`);
  const { signal } = new AbortController();
  return await withTemporaryIndex(set.documents, { model, signal, onProgress: () => {} }, use);
}

async function measure(index: string, { questions }: LabelledSet, reader?: string) {
  const engine = await openEngine({ index, reader });
  try {
    return await evaluate(engine, questions, (activity, run) => {
      tell(`  ${activity}${reader ? `, reader ${reader}` : ''}: ${questions.length} questions`);
      return run(() => {});
    });
  } finally {
    await engine.close();
  }
}

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}
