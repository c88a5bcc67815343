import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { segmentSentences, type TextSpan } from '@footnote/core';
import { checkModelFiles, locateModel, type ModelLocation, readModelFolder } from '@footnote/inference';
import { ProcessPool } from '@footnote/processes';
import type { PassageReader, ReadablePassage, ReadSentence } from './passage-reader.ts';
import type { ReadingProcessStart, ReadingRequest } from './reading-process.ts';
import { bestSpans, type SentenceSpan, type WordLogits } from './sentence-spans.ts';

const VARIABLE = 'FOOTNOTE_READER';
/** Characters of a question that are read; more than its tokens allow in any language. */
const MAX_QUESTION_CHARACTERS = 2000;
/** The same for a context. */
const MAX_CONTEXT_CHARACTERS = 1000;

export interface ReaderOptions extends ModelLocation {
  /** Child processes that read, one thread each; one a core by default. */
  readonly processes?: number | undefined;
}

/**
 * A reader in child processes of its own, which start with the first passages.
 * @param options `setting` names a folder or hub id of a BERT-like question-answering model; the one that ships
 * when it is undefined or empty.
 * @throws FootnoteError `MODEL_NOT_FOUND`, `MODEL_DOWNLOAD_FAILED`, `MODEL_CHECKSUM`, `MODEL_INVALID`
 */
export async function createReader(options: ReaderOptions = {}): Promise<PassageReader> {
  const directory = options.setting ? await locateModel(options, VARIABLE) : shippedReader();
  const folder = await readModelFolder(directory, await checkModelFiles(directory, VARIABLE));
  const pool = new ProcessPool<ReadingRequest, WordLogits[]>({
    entry: new URL('./reading-process.ts', import.meta.url),
    start: { folder } satisfies ReadingProcessStart,
    name: 'reading process',
    size: options.processes ?? availableParallelism(),
  });
  return {
    model: { id: folder.name, sha256: folder.weightsSha256 },
    async read(question, passage, { signal } = {}) {
      const request = {
        question: question.slice(0, MAX_QUESTION_CHARACTERS),
        context: passage.context?.slice(0, MAX_CONTEXT_CHARACTERS) ?? '',
        text: passage.text,
      };
      const readings = await pool.request(request, { signal });
      return { sentences: sentencesOf(passage, readings) };
    },
    warmUp: () => pool.requestFromEach({ question: 'Ready?', context: '', text: 'Ready.' }),
    close: () => pool.close(),
  };
}

function shippedReader(): string {
  return dirname(createRequire(import.meta.url).resolve('@footnote/reader-model/package.json'));
}

/** Of a passage read in several windows, each sentence keeps its best span. */
function sentencesOf(passage: ReadablePassage, readings: readonly WordLogits[]): ReadSentence[] {
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
