/**
 * `npm run measure:reader -- [--questions N] DIR…`: on labelled sets with answers, the sentence that the reader picks
 * from the passage that holds the answer, cut as the index cuts it, beside the one that words in common and likeness
 * of meaning pick from the same sentences; how well the marked words match; how well it tells a passage that does not
 * hold the answer; time and memory.
 */
import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { weighQuestion, wordsToCount } from '@footnote/answering';
import { segmentSentences } from '@footnote/core';
import {
  areaUnderRoc,
  holdsAnswer,
  isExact,
  type LabelledDocument,
  type LabelledQuestion,
  type LabelledSet,
  readLabelledSet,
  spanF1,
} from '@footnote/evaluation';
import type { WordCounts } from '@footnote/index';
import {
  createEmbedder,
  createTokenCounter,
  type Embedder,
  resolveEmbeddingModel,
} from '@footnote/inference';
import { type Chunker, createChunker } from '@footnote/ingestion';
import { createReader, type ReadSentence } from '@footnote/reader';
import { wordCounter } from './word-counts.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { questions: { type: 'string', default: '1000' }, reader: { type: 'string' } },
});
if (positionals.length === 0)
  throw new Error('Name at least one labelled set: npm run measure:reader -- DIR…');

const beganLoading = performance.now();
const reader = await createReader(values.reader === undefined ? {} : { setting: values.reader });
await readText('Ready?', 'Ready.');
const loadSeconds = (performance.now() - beganLoading) / 1000;
const model = await resolveEmbeddingModel();
const embedder = await createEmbedder({ model });
const chunker = createChunker({
  countTokens: await createTokenCounter(model.folder),
  maxTokens: model.folder.maxTokens,
});
for (const directory of positionals) {
  console.log(`\n${basename(directory)}`);
  console.table(await measure(await readLabelledSet(directory)));
}
console.log(
  `\nloaded in ${loadSeconds.toFixed(1)} s; processes of models, resident: ${residentMegabytes().join(', ')} MB`,
);
await Promise.all([reader.close(), embedder.close()]);

/** What came of one question on its passage. */
interface Picked {
  readonly isImpossible: boolean;
  readonly reader: { readonly holds: boolean; readonly words: number };
  readonly overlap: { readonly holds: boolean; readonly words: number };
  readonly exact: boolean;
  readonly f1: number;
  readonly margin: number;
  readonly milliseconds: number;
}

async function measure(set: LabelledSet) {
  const documents = new Map(set.documents.map((document) => [document.id, document]));
  const countWords = wordCounter(set.documents.map((document) => document.text));
  const step = Math.max(1, Math.floor(set.questions.length / Number(values.questions)));
  const picks: Picked[] = [];
  for (const [index, question] of set.questions.entries()) {
    const document = documents.get(question.answerDocument ?? '');
    if (index % step !== 0 || document === undefined) continue;
    const passage = passageFor(question, document, chunker);
    if (passage === undefined) continue;
    picks.push(await pickOne(question, passage, { countWords, embedder }));
    if (picks.length % 100 === 0) process.stderr.write(`${picks.length} questions\n`);
  }
  return summarize(picks);
}

/**
 * The passage that an accepted answer starts in, or, where the set does not say where it starts, the first that holds
 * one; of a document that holds none, the first.
 */
function passageFor(
  question: LabelledQuestion,
  document: LabelledDocument,
  chunker: Chunker,
): string | undefined {
  const spans = chunker.chunk(document);
  const textOf = ({ start, end }: { start: number; end: number }) => document.text.slice(start, end);
  if (question.isImpossible === true) return spans.slice(0, 1).map(textOf)[0];
  const { answers, answerStarts } = question;
  const isMarked = ({ start, end }: { start: number; end: number }) =>
    answerStarts.length === 0 || answerStarts.some((one) => one >= start && one < end);
  return spans
    .filter(isMarked)
    .map(textOf)
    .find((text) => holdsAnswer(text, answers));
}

async function pickOne(
  question: LabelledQuestion,
  text: string,
  parts: { countWords: (words: readonly string[]) => WordCounts; embedder: Embedder },
): Promise<Picked> {
  const began = performance.now();
  const sentences = await readText(question.text, text);
  const milliseconds = performance.now() - began;
  const best = sentences.reduce((one, other) => (other.margin > one.margin ? other : one));
  const quote = text.slice(best.start, best.end);
  const span = text.slice(best.answerSpan.start, best.answerSpan.end);
  const overlap = await pickByOverlap(question.text, text, parts);
  const { answers } = question;
  return {
    isImpossible: question.isImpossible === true,
    reader: { holds: holdsAnswer(quote, answers), words: quote.split(/\s+/u).length },
    overlap: { holds: holdsAnswer(overlap, answers), words: overlap.split(/\s+/u).length },
    exact: isExact(span, answers),
    f1: spanF1(span, answers),
    margin: best.margin,
    milliseconds,
  };
}

/** The sentence with the most of the question's words, weighted by rarity, and the greatest cosine, half each. */
async function pickByOverlap(
  question: string,
  text: string,
  { countWords, embedder }: { countWords: (words: readonly string[]) => WordCounts; embedder: Embedder },
): Promise<string> {
  const words = weighQuestion(question, countWords(wordsToCount(question)));
  const asked = await embedder.embedQuery(question);
  let best = { score: Number.NEGATIVE_INFINITY, quote: '' };
  for (const { start, end } of segmentSentences(text)) {
    const quote = text.slice(start, end);
    const vector = await embedder.embedPassage(quote);
    const cosine = asked.reduce((sum, value, i) => sum + value * (vector[i] as number), 0);
    const score = words.coverage(quote) + cosine;
    if (score > best.score) best = { score, quote };
  }
  return best.quote;
}

async function readText(question: string, text: string): Promise<readonly ReadSentence[]> {
  const passage = { id: 0, articleKey: '', ordinal: 0, start: 0, end: text.length, text };
  return (await reader.read(question, passage)).sentences;
}

function summarize(picks: readonly Picked[]) {
  const held = picks.filter((pick) => !pick.isImpossible);
  const mean = (value: (pick: Picked) => number): number =>
    held.reduce((sum, pick) => sum + value(pick), 0) / Math.max(1, held.length);
  const times = picks.map((pick) => pick.milliseconds).sort((a, b) => a - b);
  return {
    questions: held.length,
    'reader: sentence holds the answer': rounded(mean((pick) => Number(pick.reader.holds))),
    'overlap and embedding: sentence holds it': rounded(mean((pick) => Number(pick.overlap.holds))),
    'reader: words of the sentence': rounded(mean((pick) => pick.reader.words)),
    'overlap and embedding: words of it': rounded(mean((pick) => pick.overlap.words)),
    'reader: span exact': rounded(mean((pick) => Number(pick.exact))),
    'reader: span F1': rounded(mean((pick) => pick.f1)),
    'unanswerable questions': picks.length - held.length,
    'reader: area under ROC, held or not': rounded(
      areaUnderRoc(picks.map((pick) => ({ probability: pick.margin, isTrue: !pick.isImpossible }))) ??
        Number.NaN,
    ),
    'milliseconds a passage, median': rounded(times[Math.floor(times.length / 2)] ?? Number.NaN),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function residentMegabytes(): string[] {
  const lines = execFileSync('ps', ['-o', 'rss=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  return lines
    .split('\n')
    .filter((line) => line.includes('-process.ts'))
    .map(
      (line) =>
        `${basename(line.trim().split(/\s+/u).at(-1) ?? '', '.ts')} ${Math.round(Number.parseInt(line, 10) / 1024)}`,
    );
}
