/**
 * Fits how answering decides, on labelled sets, and writes `packages/answering/src/answer-models.json`.
 *
 *     npm run fit:answers -- [--questions N] [--only withReader|withoutReader] [--cases DIR] DIR…
 *
 * Of each set, every other document is indexed: questions on those are answerable, questions on the others are not,
 * nor are those that their writers say nothing answers, nor those changed by rule. A listwise regression ranks the
 * sentences of the evidence; a logistic one, over the sentence that then comes first, gives the confidence. What is
 * reported of a set comes from a model that was fitted on the others, and the threshold too; the model that is written
 * is fitted on all. With `--cases`, what was found and read is kept there, and another fit takes seconds.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readLabelledSet } from '@footnote/evaluation';
import { createEmbedder, resolveEmbeddingModel } from '@footnote/inference';
import { createReader } from '@footnote/reader';
import type { Case } from './case.ts';
import { collectCases } from './collect-cases.ts';
import { type FeatureNames, fitModel, WITH_READER, WITHOUT_READER } from './fit-model.ts';
import { type JudgedCase, judgeCase } from './judged-case.ts';
import { judgeLeftOut, reportOf, thresholdOf } from './report-fit.ts';

const OUTPUT = resolve(import.meta.dirname, '../../packages/answering/src/answer-models.json');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    questions: { type: 'string', default: '300' },
    only: { type: 'string' },
    cases: { type: 'string' },
    reader: { type: 'string' },
  },
});
if (positionals.length < 2)
  throw new Error('Name two labelled sets or more: npm run fit:answers -- DIR DIR…');

const models: Record<string, unknown> = JSON.parse(await readFile(OUTPUT, 'utf8'));
if (values.only !== 'withoutReader') models.withReader = await fitCases(true, WITH_READER);
if (values.only !== 'withReader') models.withoutReader = await fitCases(false, WITHOUT_READER);
await writeFile(OUTPUT, `${JSON.stringify(models, null, 2)}\n`);
console.log(JSON.stringify(models, null, 2));

async function fitCases(withReader: boolean, names: FeatureNames) {
  const cases: JudgedCase[] = [];
  for (const directory of positionals) {
    for (const one of await casesOf(directory, withReader)) cases.push(await judgeCase(one, withReader));
  }
  const leftOut = judgeLeftOut(cases, names);
  const threshold = thresholdOf(leftOut);
  return { ...fitModel(cases, names), threshold, fit: reportOf(leftOut, threshold) };
}

/** The cases of one set; kept in the folder of `--cases`, where there is one, for the next fit. */
async function casesOf(directory: string, withReader: boolean): Promise<Case[]> {
  const name = basename(directory);
  const kept = values.cases && join(values.cases, `${withReader ? 'with' : 'without'}-reader ${name}.json`);
  if (kept && existsSync(kept)) return JSON.parse(await readFile(kept, 'utf8')) as Case[];
  const cases = await collect(directory, withReader);
  if (kept) await writeFile(kept, JSON.stringify(cases));
  return cases;
}

async function collect(directory: string, withReader: boolean): Promise<Case[]> {
  const name = basename(directory);
  const model = await resolveEmbeddingModel();
  const embedder = await createEmbedder({ model });
  const passageReader = withReader ? await createReader({ setting: values.reader }) : null;
  try {
    return await collectCases(await readLabelledSet(directory), {
      name,
      model,
      embedder,
      passageReader,
      questions: Number(values.questions),
      onProgress: (done, total) => {
        if (done % 50 === 0) console.error(`${name}: ${done} of ${total} questions`);
      },
    });
  } finally {
    await Promise.all([embedder.close(), passageReader?.close()]);
  }
}
