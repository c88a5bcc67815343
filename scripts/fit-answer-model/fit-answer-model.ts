/**
 * Fits how answering decides, on labelled sets, and writes `packages/answering/src/answer-models.json`.
 *
 *     npm run fit:answers -- [--questions N] [--only withReader|withoutReader] DIR…
 *
 * Fits twice, with the reader and without. Of each set, part of the documents are indexed, so that questions on the
 * rest are near misses. A logistic regression ranks sentences; Platt scaling of the best sentence's log odds, on
 * articles that the ranking was not fitted on, gives the confidence; the threshold is where the mean of two shares
 * is greatest there: of answerable questions, those answered with a sentence that holds the answer, and of the
 * others, those refused.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type AnswerModel, confidenceOf, type SentenceFeatures, scoreSentence } from '@footnote/answering';
import { areaUnderRoc, brierScore, calibrationError, readLabelledSet } from '@footnote/evaluation';
import { createEmbedder, resolveEmbeddingModel } from '@footnote/inference';
import { createReader, type PassageReader } from '@footnote/reading';
import { type Case, type CaseSentence, collectCases, fraction } from './collect-cases.ts';
import { fitLogistic } from './logistic-regression.ts';

type FeatureName = keyof SentenceFeatures;

const SHARED: readonly FeatureName[] = [
  'sentenceCoverage',
  'passageCoverage',
  'nameCoverage',
  'kind',
  'retrieval',
  'passageSimilarity',
];
const WITH_READER: readonly FeatureName[] = [...SHARED, 'margin'];
const WITHOUT_READER: readonly FeatureName[] = [...SHARED, 'sentenceSimilarity'];
const PENALTY = 1;
const OUTPUT = path.resolve(import.meta.dirname, '../../packages/answering/src/answer-models.json');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { questions: { type: 'string', default: '1200' }, only: { type: 'string' } },
});
if (positionals.length === 0) throw new Error('Name at least one labelled set: npm run fit:answers -- DIR…');

const embeddingModel = await resolveEmbeddingModel();
const embedder = await createEmbedder({ model: embeddingModel });
const models: Record<string, unknown> = JSON.parse(await readFile(OUTPUT, 'utf8'));
if (values.only !== 'withoutReader') {
  const reader = await createReader();
  models.withReader = await fitModel(WITH_READER, reader);
  await reader.close();
}
if (values.only !== 'withReader') models.withoutReader = await fitModel(WITHOUT_READER, null);
await embedder.close();
await writeFile(OUTPUT, `${JSON.stringify(models, null, 2)}\n`);
console.log(JSON.stringify(models, null, 2));

async function fitModel(names: readonly FeatureName[], passageReader: PassageReader | null) {
  const cases: Case[] = [];
  for (const directory of positionals) {
    const set = await readLabelledSet(directory);
    const onProgress = (done: number, total: number): void => {
      if (done % 100 === 0) console.error(`${path.basename(directory)}: ${done} of ${total} questions`);
    };
    cases.push(
      ...(await collectCases(set, {
        model: embeddingModel,
        embedder,
        passageReader,
        questions: Number(values.questions),
        onProgress,
      })),
    );
  }
  const fitted = cases.filter((one) => fraction(one.group) < 0.5);
  const held = cases.filter((one) => fraction(one.group) >= 0.5);
  const ranking = fitRanking(fitted, names);
  const model = calibrate(
    held.filter((one) => fraction(`x${one.group}`) < 0.5),
    ranking,
  );
  return {
    ...model,
    fit: report(
      held.filter((one) => fraction(`x${one.group}`) >= 0.5),
      model,
    ),
  };
}

/** Every sentence of the evidence, those of one question counting as one together. */
function fitRanking(cases: readonly Case[], names: readonly FeatureName[]): AnswerModel {
  const examples = cases.flatMap(({ sentences }) =>
    sentences.map(({ features, holds }) => ({
      features: names.map((name) => features[name]),
      isTrue: holds,
      weight: 1,
    })),
  );
  const { intercept, weights } = fitLogistic(examples, PENALTY);
  const named = Object.fromEntries(names.map((name, i) => [name, round(weights[i] as number)]));
  return {
    intercept: round(intercept),
    weights: named,
    calibration: { slope: 1, offset: 0 },
    threshold: 0.5,
  };
}

function calibrate(cases: readonly Case[], ranking: AnswerModel): AnswerModel {
  const firsts = cases.map((one) => first(one, ranking));
  const examples = firsts.map(({ score, holds }) => ({ features: [score], isTrue: holds, weight: 1 }));
  const { intercept, weights } = fitLogistic(examples, PENALTY);
  const model = { ...ranking, calibration: { slope: round(weights[0] as number), offset: round(intercept) } };
  return { ...model, threshold: bestThreshold(cases, model) };
}

function bestThreshold(cases: readonly Case[], model: AnswerModel): number {
  let best = { threshold: 0.5, value: -1 };
  for (let percent = 5; percent <= 95; percent++) {
    const { answeredRight, refusedRight } = shares(cases, { ...model, threshold: percent / 100 });
    const value = (answeredRight + refusedRight) / 2;
    if (value > best.value) best = { threshold: percent / 100, value };
  }
  return best.threshold;
}

function shares(cases: readonly Case[], model: AnswerModel) {
  const answerable = cases.filter((one) => one.isAnswerable);
  const others = cases.filter((one) => !one.isAnswerable);
  const answered = (one: Case): boolean => confidenceOf(first(one, model).score, model) >= model.threshold;
  return {
    answeredRight:
      answerable.filter((one) => answered(one) && first(one, model).holds).length / answerable.length,
    refusedRight: others.filter((one) => !answered(one)).length / others.length,
  };
}

function report(cases: readonly Case[], model: AnswerModel) {
  const forecasts = cases.map((one) => {
    const { score, holds } = first(one, model);
    return { probability: confidenceOf(score, model), isTrue: holds };
  });
  const answerable = cases.filter((one) => one.isAnswerable);
  const { answeredRight, refusedRight } = shares(cases, model);
  return {
    questions: cases.length,
    answerable: answerable.length,
    firstQuoteRight: round(answerable.filter((one) => first(one, model).holds).length / answerable.length),
    answeredRight: round(answeredRight),
    refusedRight: round(refusedRight),
    areaUnderRoc: round(areaUnderRoc(forecasts) ?? Number.NaN),
    brierScore: round(brierScore(forecasts)),
    calibrationError: round(calibrationError(forecasts)),
  };
}

/** The sentence that would be quoted first. */
function first(one: Case, model: AnswerModel): { score: number; holds: boolean } {
  let best: { score: number; sentence: CaseSentence } | null = null;
  for (const sentence of one.sentences) {
    const score = scoreSentence(sentence.features, model);
    if (best === null || score > best.score) best = { score, sentence };
  }
  return { score: best?.score ?? -20, holds: best?.sentence.holds ?? false };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
