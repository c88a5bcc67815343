import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type AnswerModel,
  createOverlapJudge,
  createReadingJudge,
  EVIDENCE,
  type Judge,
  type SentenceFeatures,
} from '@footnote/answering';
import { holdsAnswer, type LabelledQuestion, type LabelledSet } from '@footnote/evaluation';
import { sqliteIndex } from '@footnote/index-sqlite';
import type { Embedder, EmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import type { PassageReader } from '@footnote/reader';
import { createRetriever } from '@footnote/retrieval';

/** A sentence of the evidence for a question, and whether it holds an accepted answer. */
export interface CaseSentence {
  readonly features: SentenceFeatures;
  readonly holds: boolean;
}

/** One question with the sentences that were found for it. */
export interface Case {
  /** Cases of one group (a set's article) stay on one side of every split. */
  readonly group: string;
  readonly isAnswerable: boolean;
  readonly sentences: readonly CaseSentence[];
}

export interface CollectOptions {
  readonly model: EmbeddingModel;
  readonly embedder: Embedder;
  readonly passageReader: PassageReader | null;
  /** Questions asked of each set. */
  readonly questions: number;
  readonly onProgress: (done: number, total: number) => void;
}

/** Share of a set's documents that are indexed: questions on the others have no answer there, only near misses. */
const INDEXED_SHARE = 0.6;

/** Asks a sample of a set's questions of an index that holds a part of its documents. */
export async function collectCases(set: LabelledSet, options: CollectOptions): Promise<Case[]> {
  const directory = await mkdtemp(path.join(tmpdir(), 'footnote-fit-'));
  try {
    const indexed = set.documents.filter((document) => fraction(document.id) < INDEXED_SHARE);
    const articles = path.join(directory, 'articles.jsonl');
    await writeFile(articles, indexed.map((document) => `${JSON.stringify(document)}\n`).join(''));
    const index = path.join(directory, 'index');
    await updateIndex({ index: sqliteIndex(index), paths: [articles], model: options.model });
    return await askAll(set, { index, known: new Set(indexed.map((document) => document.id)) }, options);
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function askAll(
  set: LabelledSet,
  place: { index: string; known: ReadonlySet<string> },
  options: CollectOptions,
): Promise<Case[]> {
  const { embedder, passageReader } = options;
  const index = await sqliteIndex(place.index).openReader({ model: embedder.model });
  const retriever = createRetriever({ index, embedder });
  const judge = passageReader
    ? createReadingJudge({ index, reader: passageReader, model: READ_EVERYTHING })
    : createOverlapJudge({ index, embedder, model: READ_EVERYTHING });
  const cases: Case[] = [];
  const sample = sampleOf(set.questions, options.questions);
  for (const [done, question] of sample.entries()) {
    const evidence = (await retriever.search({ query: question.text, first: EVIDENCE })).edges;
    const found = await caseOf(question, judge, {
      hits: evidence.map((edge) => edge.node),
      known: place.known,
    });
    if (found !== null) cases.push(found);
    options.onProgress(done + 1, sample.length);
  }
  await index.close();
  return cases;
}

/** A judge with this model reads all of the evidence: no sentence's bound is below another's score. */
const READ_EVERYTHING: AnswerModel = {
  ranking: { intercept: 0, weights: { margin: 1 } },
  decision: { intercept: 0, weights: {} },
  threshold: 0.5,
};

async function caseOf(
  question: LabelledQuestion,
  judge: Judge,
  place: { hits: Parameters<Judge['judge']>[1]; known: ReadonlySet<string> },
): Promise<Case | null> {
  const isAnswerable = !question.isImpossible && place.known.has(question.answerDocument ?? '');
  const judged = await judge.judge(question.text, place.hits);
  const sentences = judged.map(({ features, text }) => ({
    features,
    holds: !question.isImpossible && holdsAnswer(text, question.answers),
  }));
  // Without its document, a sentence with the answer's words answers by chance or in truth: nobody has said which.
  if (!question.isImpossible && !isAnswerable && sentences.some((sentence) => sentence.holds)) return null;
  return { group: question.answerDocument?.split('::')[0] ?? question.id, isAnswerable, sentences };
}

function sampleOf(questions: readonly LabelledQuestion[], size: number): LabelledQuestion[] {
  const asked = questions.filter(
    (question) => question.isImpossible !== null && question.answerDocument !== null,
  );
  return [...asked].sort((a, b) => fraction(a.id) - fraction(b.id)).slice(0, size);
}

/** A number from 0 to 1 that a text always gets: a sample that does not depend on the order of a file. */
export function fraction(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}
