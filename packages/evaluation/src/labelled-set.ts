import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FootnoteError } from '@footnote/core';
import type { Change } from './changes.ts';

/** One document of a labelled set. */
export interface LabelledDocument {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  readonly source?: string | null;
  /** As the set writes it. */
  readonly publishedAt?: string | null;
}

/** One question with what is known of its answer. */
export interface LabelledQuestion {
  readonly id: string;
  readonly text: string;
  /** Grade of each relevant document; grades of 0 are left out. */
  readonly relevant: ReadonlyMap<string, number>;
  /** Accepted answers; empty when the set gives none. */
  readonly answers: readonly string[];
  /** Where each of them starts in the document's text, in UTF-16 code units; empty where the set does not say. */
  readonly answerStarts: readonly number[];
  /** The document that holds the answers, where the set says so. */
  readonly answerDocument: string | null;
  /** True: no document answers it. False: one does. Null: the set does not say. */
  readonly isImpossible: boolean | null;
  /** What was done so that no document answers it; none for a question as it was asked. */
  readonly alteration?: 'HIDDEN' | Change;
}

export interface LabelledSet {
  readonly documents: readonly LabelledDocument[];
  readonly questions: readonly LabelledQuestion[];
}

interface Row {
  readonly [field: string]: unknown;
}

/**
 * Reads a labelled set in BEIR's layout or a flatter one: `corpus.jsonl` and `queries.jsonl` with `_id` or `id`,
 * `qrels/test.tsv` or `qrels.tsv` with or without a header, and, where there is one, `answers.jsonl` (`id`,
 * `answers`, `answer_starts` in code points, `doc`, `is_impossible`).
 * @throws FootnoteError `DATASET_INVALID` when a file is missing or is not of this form, or nothing is labelled
 */
export async function readLabelledSet(directory: string): Promise<LabelledSet> {
  const documents = (await readRows(join(directory, 'corpus.jsonl'))).map(toDocument);
  const queries = await readRows(join(directory, 'queries.jsonl'));
  const relevance = await readRelevance(directory);
  const answers = await readAnswers(join(directory, 'answers.jsonl'));
  const texts = new Map(documents.map((document) => [document.id, document.text]));
  const questions = queries.map((row) => toQuestion(row, { relevance, answers, texts }));
  if (questions.every((question) => question.relevant.size === 0 && question.isImpossible === null)) {
    throw invalid(`No question in ${directory} has a relevant document or an answer.`);
  }
  return { documents, questions };
}

function toDocument(row: Row): LabelledDocument {
  return {
    id: idOf(row),
    title: stringOr(row.title, null),
    text: stringOr(row.text, ''),
    source: stringOr(row.source, null),
    publishedAt: stringOr(row.publishedAt ?? row.date, null),
  };
}

interface Labels {
  readonly relevance: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly answers: ReadonlyMap<string, Row>;
  /** Of each document, by its id. */
  readonly texts: ReadonlyMap<string, string>;
}

function toQuestion(row: Row, { relevance, answers, texts }: Labels): LabelledQuestion {
  const id = idOf(row);
  const answer = answers.get(id);
  const accepted = valuesOf(answer?.answers, 'string');
  const answerDocument = stringOr(answer?.doc, null);
  const text = texts.get(answerDocument ?? '') ?? '';
  return {
    id,
    text: stringOr(row.text, ''),
    relevant: relevance.get(id) ?? new Map(),
    answers: accepted,
    answerStarts: valuesOf(answer?.answer_starts, 'number').map((start) => toCodeUnits(text, start)),
    answerDocument,
    isImpossible: impossibility(answer, accepted),
  };
}

function impossibility(answer: Row | undefined, accepted: readonly string[]): boolean | null {
  if (typeof answer?.is_impossible === 'boolean') return answer.is_impossible;
  if (accepted.length > 0) return false;
  return Array.isArray(answer?.answers) && answer.answers.length === 0 ? true : null;
}

/** The offset in UTF-16 code units of the code point at `offset`. */
function toCodeUnits(text: string, offset: number): number {
  return [...text].slice(0, offset).join('').length;
}

async function readRelevance(directory: string): Promise<Map<string, Map<string, number>>> {
  const places = [join(directory, 'qrels', 'test.tsv'), join(directory, 'qrels.tsv')];
  const text = (await readIfPresent(places[0] as string)) ?? (await readIfPresent(places[1] as string));
  if (text === null) throw invalid(`Neither ${places.join(' nor ')} is there.`);
  const relevance = new Map<string, Map<string, number>>();
  for (const [index, line] of linesOf(text).entries()) {
    const [query, document, grade] = line.split('\t');
    const number = Number(grade);
    if (query === undefined || document === undefined || !Number.isFinite(number)) {
      if (index === 0) continue;
      throw invalid(`Line ${index + 1} of the relevance file is not "query<TAB>document<TAB>grade".`);
    }
    if (number <= 0) continue;
    const grades = relevance.get(query) ?? new Map<string, number>();
    relevance.set(query, grades.set(document, number));
  }
  return relevance;
}

async function readAnswers(file: string): Promise<Map<string, Row>> {
  const text = await readIfPresent(file);
  if (text === null) return new Map();
  return new Map(parseRows(text, file).map((row) => [idOf(row), row]));
}

async function readRows(file: string): Promise<Row[]> {
  const text = await readIfPresent(file);
  if (text === null) throw invalid(`${file} is missing.`);
  return parseRows(text, file);
}

async function readIfPresent(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw invalid(`${file} cannot be read: ${(cause as Error).message}.`, cause);
  }
}

function parseRows(text: string, file: string): Row[] {
  return linesOf(text).map((line, index) => {
    try {
      return JSON.parse(line) as Row;
    } catch (cause) {
      throw invalid(`Line ${index + 1} of ${file} is not JSON.`, cause);
    }
  });
}

/** Lines end at a line feed only: JSON may hold other separators. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\r$/u, ''))
    .filter((line) => line.trim() !== '');
}

function idOf(row: Row): string {
  const id = row._id ?? row.id;
  if (typeof id === 'string' || typeof id === 'number') return String(id);
  throw invalid(`A row has neither "_id" nor "id": ${JSON.stringify(row).slice(0, 120)}.`);
}

function valuesOf(values: unknown, type: 'string'): string[];
function valuesOf(values: unknown, type: 'number'): number[];
function valuesOf(values: unknown, type: string): unknown[] {
  return Array.isArray(values) ? values.filter((one) => typeof one === type) : [];
}

function stringOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === 'string' ? value : otherwise;
}

function invalid(message: string, cause?: unknown): FootnoteError {
  const remedy =
    'A labelled set is a folder with corpus.jsonl, queries.jsonl and qrels.tsv or qrels/test.tsv.';
  return new FootnoteError('DATASET_INVALID', `${message} ${remedy}`, { cause });
}
