import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVIDENCE, readingRequestOf, wordsToCount } from '@footnote/answering';
import { segmentSentences } from '@footnote/core';
import {
  CHANGES,
  createQuestionChanger,
  type LabelledQuestion,
  type LabelledSet,
  sampleQuestions,
} from '@footnote/evaluation';
import type { IndexReader, StoredPassage } from '@footnote/index';
import { sqliteIndex } from '@footnote/index-sqlite';
import type { Embedder, EmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import type { PassageReader } from '@footnote/reader';
import { createRetriever, type Retriever, type SearchHit } from '@footnote/retrieval';
import { type Case, type CaseKind, type FoundPassage, TODAY } from './case.ts';

export interface CollectOptions {
  readonly name: string;
  readonly model: EmbeddingModel;
  readonly embedder: Embedder;
  readonly passageReader: PassageReader | null;
  /** Questions asked as they are; half as many changed ones come on top. */
  readonly questions: number;
  readonly onProgress: (done: number, total: number) => void;
}

const COMPARED = 20;
const HEAD = 400;
/** Of the changed questions, the share of each way to change one; together more than one, as not all ways apply. */
const SHARE_OF_CHANGE = 0.2;

/** Asks a sample of a set's questions of an index that holds every other article. */
export async function collectCases(set: LabelledSet, options: CollectOptions): Promise<Case[]> {
  const directory = await mkdtemp(join(tmpdir(), 'footnote-fit-'));
  try {
    const shown = shownDocuments(set.documents);
    const indexed = set.documents.filter(({ id }) => shown.get(id) === 'SHOWN');
    const articles = join(directory, 'articles.jsonl');
    await writeFile(articles, indexed.map((document) => `${JSON.stringify(document)}\n`).join(''));
    const engine = sqliteIndex(join(directory, 'index'));
    await updateIndex({ index: engine, paths: [articles], model: options.model });
    const index = await engine.openReader({ model: options.model.identity });
    try {
      const asked = questionsOf(set, shown, options.questions);
      return await askAll(asked, index, options);
    } finally {
      await index.close();
    }
  } finally {
    await rm(directory, { recursive: true });
  }
}

interface Asked {
  readonly text: string;
  readonly kind: CaseKind;
  readonly label: LabelledQuestion;
}

type Shown = 'SHOWN' | 'NEAR' | 'HIDDEN';

/** Of an article in at least so many parts, every so many-th is left out where the others are shown. */
const LEFT_OUT = 4;

/** Documents of one title are parts of one article, and are shown or hidden together but for those left out. */
function shownDocuments(documents: LabelledSet['documents']): ReadonlyMap<string, Shown> {
  const articles = new Map<string, string[]>();
  for (const { id, title } of documents) {
    const article = title || id;
    articles.set(article, [...(articles.get(article) ?? []), id]);
  }
  const shown = [...articles.values()].flatMap((parts, i) =>
    parts.map((id, part) => {
      const isLeftOut = parts.length >= LEFT_OUT && part % LEFT_OUT === LEFT_OUT - 1;
      return [id, i % 2 === 1 ? 'HIDDEN' : isLeftOut ? 'NEAR' : 'SHOWN'] as const;
    }),
  );
  return new Map(shown);
}

function questionsOf(set: LabelledSet, shown: ReadonlyMap<string, Shown>, size: number): Asked[] {
  const known = set.questions.filter((one) => one.isImpossible !== null && one.answerDocument !== null);
  const kindOf = (label: LabelledQuestion): CaseKind => {
    const where = shown.get(label.answerDocument ?? '') ?? 'HIDDEN';
    if (where !== 'SHOWN') return where;
    return label.isImpossible ? 'UNANSWERABLE' : 'ANSWERABLE';
  };
  const plain = sampleQuestions(known, size).map((label) => ({
    text: label.text,
    kind: kindOf(label),
    label,
  }));
  const answerable = known.filter((label) => kindOf(label) === 'ANSWERABLE');
  const documents = set.documents.filter(({ id }) => shown.get(id) === 'SHOWN');
  return [...plain, ...changedQuestions(answerable, documents, Math.round(size / 2))];
}

/** Each question changed in one way at most, each way about as often. */
function changedQuestions(
  answerable: readonly LabelledQuestion[],
  documents: LabelledSet['documents'],
  size: number,
): Asked[] {
  const changer = createQuestionChanger(documents);
  const taken = new Map(CHANGES.map((change) => [change, 0]));
  const changed: Asked[] = [];
  for (const label of sampleQuestions(answerable, size * CHANGES.length * 2)) {
    const fitting = changer
      .changesOf(label)
      .find(({ change }) => (taken.get(change) ?? 0) < SHARE_OF_CHANGE * size);
    if (fitting === undefined) continue;
    taken.set(fitting.change, (taken.get(fitting.change) ?? 0) + 1);
    changed.push({ text: fitting.question, kind: fitting.change, label });
  }
  return [...sampleQuestions(changed, size)];
}

async function askAll(asked: readonly Asked[], index: IndexReader, options: CollectOptions): Promise<Case[]> {
  const retriever = createRetriever({ index, embedder: options.embedder });
  const cases: Case[] = [];
  for (const [done, one] of asked.entries()) {
    cases.push(await caseOf(one, { index, retriever }, options));
    options.onProgress(done + 1, asked.length);
  }
  return cases;
}

async function caseOf(
  { text: question, kind, label }: Asked,
  { index, retriever }: { index: IndexReader; retriever: Retriever },
  options: CollectOptions,
): Promise<Case> {
  const { edges } = await retriever.search({ query: question, first: COMPARED });
  const hits = edges.map(({ node }) => node);
  const counts = await index.withSearcher((searcher) => searcher.wordCounts(wordsToCount(question)));
  return {
    id: label.id,
    set: options.name,
    kind,
    question,
    answers: label.answers,
    document: label.answerDocument,
    counts,
    similarities: hits.map(({ explanation }) => explanation.semantic ?? 0),
    passages: await Promise.all(hits.slice(0, EVIDENCE).map((hit) => read(hit, question, options))),
  };
}

async function read(hit: SearchHit, question: string, options: CollectOptions): Promise<FoundPassage> {
  const { passage, explanation, score } = hit;
  const { article, start, text } = passage;
  const { lexical, semantic } = explanation;
  return {
    key: passage.articleKey,
    title: article.title,
    publishedAt: article.publishedAt,
    head: article.text.slice(0, HEAD),
    before: article.text.slice(Math.max(0, start - HEAD), start),
    start,
    text,
    lexical,
    semantic,
    score,
    sentences: options.passageReader
      ? await readSentences(passage, question, options.passageReader)
      : await compareSentences(passage, question, options.embedder),
  };
}

async function readSentences(passage: StoredPassage, question: string, reader: PassageReader) {
  const request = readingRequestOf({ passage }, { question, today: TODAY });
  const { sentences } = await reader.read(request.question, { ...request.passage, start: 0 });
  return sentences.map(({ start, end, margin, answerSpan }) => [
    start,
    end,
    Math.round(margin * 1000) / 1000,
    answerSpan.start,
    answerSpan.end,
  ]);
}

async function compareSentences({ text }: StoredPassage, question: string, embedder: Embedder) {
  const asked = await embedder.embedQuery(question);
  const compared: number[][] = [];
  for (const { start, end } of segmentSentences(text)) {
    const vector = await embedder.embedPassage(text.slice(start, end));
    const cosine = asked.reduce((sum, value, i) => sum + value * (vector[i] as number), 0);
    compared.push([start, end, cosine]);
  }
  return compared;
}
