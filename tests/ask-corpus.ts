import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type AskResult, openEngine } from '@footnote/engine';
import { holdsAnswer } from '@footnote/evaluation';
import { sqliteIndex } from '@footnote/index-sqlite';
import { resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';

const ROOT = resolve(import.meta.dirname, '..');

/** A question on the sample articles, written before the code that answers it. */
export interface CorpusQuestion {
  readonly id: string;
  readonly question: string;
  readonly answerable: boolean;
  /** Words that stand in the sentences that answer; none for a question that the articles do not answer. */
  readonly answers?: readonly string[];
  /** Of an unanswerable question: whether it is near the articles' subject. */
  readonly close?: boolean;
}

export interface CorpusAnswer {
  readonly asked: CorpusQuestion;
  readonly result: AskResult;
  /** The first quote holds the answer, or the question was rightly refused. */
  readonly isRight: boolean;
}

export async function readCorpusQuestions(): Promise<CorpusQuestion[]> {
  const lines = await readFile(join(ROOT, 'tests/corpus-questions.jsonl'), 'utf8');
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as CorpusQuestion);
}

/** Indexes the sample articles into `directory` and asks all questions of them. */
export async function askCorpus(directory: string, reader?: string): Promise<CorpusAnswer[]> {
  const model = await resolveEmbeddingModel();
  await updateIndex({ index: sqliteIndex(directory), paths: [join(ROOT, 'corpus')], model });
  const engine = await openEngine({ index: directory, reader });
  try {
    const answers: CorpusAnswer[] = [];
    for (const asked of await readCorpusQuestions()) {
      const result = await engine.ask({ question: asked.question });
      answers.push({ asked, result, isRight: isRight(asked, result) });
    }
    return answers;
  } finally {
    await engine.close();
  }
}

function isRight(asked: CorpusQuestion, result: AskResult): boolean {
  if (result.kind === 'NoAnswer') return !asked.answerable;
  return asked.answerable && holdsAnswer(result.citations[0]?.quote ?? '', asked.answers ?? []);
}
