import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { segmentSentences, type TextSpan } from '@footnote/core';
import type { StoredPassage } from '@footnote/index';
import {
  checkModelFiles,
  locateModel,
  type ModelLocation,
  ModelProcess,
  readModelFolder,
} from '@footnote/inference';
import type { PassageReader, ReadSentence } from './passage-reader.ts';
import type { ReadingProcessStart, ReadingRequest } from './reading-process.ts';
import { bestSpans, type SentenceSpan, type WordLogits } from './sentence-spans.ts';

const VARIABLE = 'FOOTNOTE_READER';
/** Characters of a question that are read; more than its tokens allow in any language. */
const MAX_QUESTION_CHARACTERS = 2000;

/**
 * A reader in a child process of its own, which starts with the first passage.
 * @param location `setting` names a folder or hub id of a BERT-like question-answering model; the one that ships
 * when it is undefined or empty.
 * @throws FootnoteError `MODEL_NOT_FOUND`, `MODEL_DOWNLOAD_FAILED`, `MODEL_CHECKSUM`, `MODEL_INVALID`
 */
export async function createReader(location: ModelLocation = {}): Promise<PassageReader> {
  const directory = location.setting ? await locateModel(location, VARIABLE) : shippedReader();
  await checkModelFiles(directory, VARIABLE);
  const folder = await readModelFolder(directory);
  const child = new ModelProcess({
    entry: new URL('./reading-process.ts', import.meta.url),
    start: { folder } satisfies ReadingProcessStart,
    name: 'reading process',
  });
  return {
    model: { id: folder.name, sha256: folder.weightsSha256 },
    async read(question, passage, { signal } = {}) {
      const request = { question: question.slice(0, MAX_QUESTION_CHARACTERS), text: passage.text };
      const readings = await child.request<WordLogits[]>(request satisfies ReadingRequest, { signal });
      return { passage, sentences: sentencesOf(passage, readings) };
    },
    close: () => child.close(),
  };
}

function shippedReader(): string {
  return dirname(createRequire(import.meta.url).resolve('@footnote/reader-model/package.json'));
}

/** Of a passage read in several windows, each sentence keeps its best span. */
function sentencesOf(passage: StoredPassage, readings: readonly WordLogits[]): ReadSentence[] {
  const sentences = segmentSentences(passage.text);
  const best = new Map<TextSpan, SentenceSpan>();
  for (const span of readings.flatMap((reading) => bestSpans(reading, sentences))) {
    const known = best.get(span.sentence);
    if (known === undefined || span.margin > known.margin) best.set(span.sentence, span);
  }
  return [...best.values()]
    .sort((a, b) => a.sentence.start - b.sentence.start)
    .map(({ sentence, answer, margin }) => ({
      ...shifted(sentence, passage.start),
      answerSpan: shifted(answer, passage.start),
      margin,
    }));
}

function shifted(span: TextSpan, by: number): TextSpan {
  return { start: span.start + by, end: span.end + by };
}
