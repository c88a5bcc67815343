/**
 * Fits how answering decides, on labelled sets, and writes `packages/answering/src/answer-models.json`.
 *
 *     npm run fit:answers -- [--questions N] [--only withReader|withoutReader] [--cases DIR] DIR…
 *
 * Fits twice, with the reader and without. Of each set, part of the documents are indexed, so that questions on the
 * rest are near misses. A listwise regression ranks the sentences of the evidence; a logistic one, over the sentence
 * that then comes first, gives the confidence. The threshold is about where the mean of two shares is greatest: of
 * answerable questions, those answered with a sentence that holds the answer, and of the others, those refused.
 * Threshold and report come from articles that the model which judges them was not fitted on; the model that is
 * written is fitted on all.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  type AnswerModel,
  confidenceOf,
  type LinearModel,
  type SentenceFeatures,
  scoreSentence,
} from '@footnote/answering';
import { areaUnderRoc, brierScore, calibrationError, readLabelledSet } from '@footnote/evaluation';
import { createEmbedder, resolveEmbeddingModel } from '@footnote/inference';
import { createReader, type PassageReader } from '@footnote/reader';
import { type Case, type CaseSentence, collectCases, fraction } from './collect-cases.ts';
import { fitListwise } from './listwise-regression.ts';
import { fitLogistic } from './logistic-regression.ts';

type FeatureName = keyof SentenceFeatures;

/** What each of the two regressions looks at. */
interface Features {
  readonly ranking: readonly FeatureName[];
  readonly decision: readonly FeatureName[];
}

const SHARED: readonly FeatureName[] = [
  'sentenceCoverage',
  'passageCoverage',
  'nameCoverage',
  'kind',
  'retrieval',
  'passageSimilarity',
];
/**
 * Not the coverage: with it as well, as many first quotes are right, and near misses that repeat the question's words
 * win more often.
 */
const WITH_READER: Features = {
  ranking: ['margin', 'retrieval', 'passageSimilarity'],
  decision: [...SHARED, 'margin'],
};
const WITHOUT_READER: Features = {
  ranking: [...SHARED, 'sentenceSimilarity'],
  decision: [...SHARED, 'sentenceSimilarity'],
};
const PENALTY = 1;
const RANKING_PENALTY = 0.01;
/** Thresholds whose mean share differs by no more than this do equally well. */
const AS_GOOD = 0.01;
/** Parts of the articles; each is judged by a model fitted on the others. */
const FOLDS = 5;
const OUTPUT = path.resolve(import.meta.dirname, '../../packages/answering/src/answer-models.json');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    questions: { type: 'string', default: '1200' },
    only: { type: 'string' },
    cases: { type: 'string' },
  },
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

async function fitModel(names: Features, passageReader: PassageReader | null) {
  const cases: CaseOfSet[] = [];
  for (const directory of positionals) {
    const set = path.basename(directory);
    for (const one of await casesOf(directory, passageReader)) cases.push({ ...one, set });
  }
  const judged = judgeOutOfFold(cases, names);
  const threshold = goodThreshold(judged);
  return { ...fitBoth(cases, names), threshold, fit: report(judged, threshold) };
}

interface CaseOfSet extends Case {
  readonly set: string;
}

/** What a model that was not fitted on a case makes of it. */
interface JudgedCase {
  readonly set: string;
  readonly isAnswerable: boolean;
  /** Whether the sentence that comes first holds an accepted answer. */
  readonly isRight: boolean;
  readonly confidence: number;
}

function judgeOutOfFold(cases: readonly CaseOfSet[], names: Features): JudgedCase[] {
  const folds = new Map<number, CaseOfSet[]>();
  for (const one of cases) folds.set(foldOf(one), [...(folds.get(foldOf(one)) ?? []), one]);
  return [...folds.values()].flatMap((fold) => {
    const model = fitBoth(
      cases.filter((one) => !fold.includes(one)),
      names,
    );
    return fold.map((one) => {
      const sentence = first(one, model.ranking);
      const confidence = sentence === null ? 0 : confidenceOf(sentence.features, model);
      const { set, isAnswerable } = one;
      return { set, isAnswerable, isRight: sentence?.holds === true, confidence };
    });
  });
}

/** Not by the group's own fraction, which has decided what is indexed where a group is one document. */
function foldOf({ group }: Case): number {
  return Math.floor(fraction(`fold of ${group}`) * FOLDS);
}

/** The cases of one set; kept in the folder of `--cases`, where there is one, for the next fit. */
async function casesOf(directory: string, passageReader: PassageReader | null): Promise<Case[]> {
  const name = path.basename(directory);
  const kept =
    values.cases && path.join(values.cases, `${passageReader?.model.id ?? 'no reader'} ${name}.json`);
  if (kept && existsSync(kept)) return JSON.parse(await readFile(kept, 'utf8')) as Case[];
  const questions = Number(values.questions);
  const onProgress = (done: number, total: number): void => {
    if (done % 100 === 0) console.error(`${name}: ${done} of ${total} questions`);
  };
  const set = await readLabelledSet(directory);
  const cases = await collectCases(set, {
    model: embeddingModel,
    embedder,
    passageReader,
    questions,
    onProgress,
  });
  if (kept) await writeFile(kept, JSON.stringify(cases));
  return cases;
}

/** The sentences of the evidence of each answerable question against each other. */
function fitRanking(cases: readonly Case[], names: readonly FeatureName[]): LinearModel {
  const lists = cases
    .filter((one) => one.isAnswerable)
    .map((one) =>
      one.sentences.map(({ features, holds }) => ({ features: valuesOf(features, names), isRight: holds })),
    );
  return linearModel(0, fitListwise(lists, RANKING_PENALTY), names);
}

/** The ranking, and the decision on the sentence that comes first by it, of all questions. */
function fitBoth(cases: readonly Case[], names: Features): Omit<AnswerModel, 'threshold'> {
  const ranking = fitRanking(cases, names.ranking);
  const firsts = cases.flatMap((one) => first(one, ranking) ?? []);
  return { ranking, decision: fitLinear(firsts, names.decision) };
}

function fitLinear(sentences: readonly CaseSentence[], names: readonly FeatureName[]): LinearModel {
  const examples = sentences.map(({ features, holds }) => ({
    features: valuesOf(features, names),
    isTrue: holds,
    weight: 1,
  }));
  const { intercept, weights } = fitLogistic(examples, PENALTY);
  return linearModel(intercept, weights, names);
}

function valuesOf(features: SentenceFeatures, names: readonly FeatureName[]): number[] {
  return names.map((name) => features[name]);
}

function linearModel(
  intercept: number,
  weights: readonly number[],
  names: readonly FeatureName[],
): LinearModel {
  return {
    intercept: round(intercept),
    weights: Object.fromEntries(names.map((name, i) => [name, round(weights[i] as number)])),
  };
}

/** The middle of the thresholds that do about as well as the best one: the best itself is a matter of few cases. */
function goodThreshold(judged: readonly JudgedCase[]): number {
  const tried = Array.from({ length: 91 }, (_, i) => {
    const threshold = (i + 5) / 100;
    const { answeredRight, refusedRight } = shares(judged, threshold);
    return { threshold, value: (answeredRight + refusedRight) / 2 };
  });
  const best = Math.max(...tried.map(({ value }) => value));
  const good = tried.filter(({ value }) => value >= best - AS_GOOD);
  return good[Math.floor(good.length / 2)]?.threshold ?? 0.5;
}

function shares(judged: readonly JudgedCase[], threshold: number) {
  const answerable = judged.filter((one) => one.isAnswerable);
  const others = judged.filter((one) => !one.isAnswerable);
  return {
    answeredRight: share(answerable, (one) => one.confidence >= threshold && one.isRight),
    refusedRight: share(others, (one) => one.confidence < threshold),
  };
}

function report(judged: readonly JudgedCase[], threshold: number) {
  const forecasts = judged.map(({ confidence, isRight }) => ({ probability: confidence, isTrue: isRight }));
  const answerable = judged.filter((one) => one.isAnswerable);
  const { answeredRight, refusedRight } = shares(judged, threshold);
  return {
    questions: judged.length,
    answerable: answerable.length,
    firstQuoteRight: round(share(answerable, (one) => one.isRight)),
    firstQuoteRightBySet: firstQuoteRightBySet(answerable),
    answeredRight: round(answeredRight),
    refusedRight: round(refusedRight),
    areaUnderRoc: round(areaUnderRoc(forecasts) ?? Number.NaN),
    brierScore: round(brierScore(forecasts)),
    calibrationError: round(calibrationError(forecasts)),
  };
}

function firstQuoteRightBySet(answerable: readonly JudgedCase[]): Record<string, number> {
  const sets = [...new Set(answerable.map((one) => one.set))];
  return Object.fromEntries(
    sets.map((set) => {
      const asked = answerable.filter((one) => one.set === set);
      return [set, round(share(asked, (one) => one.isRight))];
    }),
  );
}

/** The sentence that would be quoted first; null when nothing was found. */
function first(one: Case, ranking: LinearModel): CaseSentence | null {
  let best: { score: number; sentence: CaseSentence } | null = null;
  for (const sentence of one.sentences) {
    const score = scoreSentence(sentence.features, { ranking });
    if (best === null || score > best.score) best = { score, sentence };
  }
  return best?.sentence ?? null;
}

function share<T>(cases: readonly T[], isSo: (one: T) => boolean): number {
  return cases.filter(isSo).length / Math.max(1, cases.length);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
