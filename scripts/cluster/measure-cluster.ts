/**
 * `npm run measure:cluster -- SETS…`: labelled sets in an index in the cluster and in one in a folder, both with the same
 * vectors: nDCG@10 of each, and for how many questions the first quote is the same.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Engine, openEngine } from '@footnote/engine';
import {
  type LabelledQuestion,
  type LabelledSet,
  measureRetrieval,
  readLabelledSet,
  retrievalFigures,
  sampleQuestions,
} from '@footnote/evaluation';
import { indexAt } from '@footnote/index-location';
import { parseClusterLocation } from '@footnote/index-weaviate';
import { dropIndex } from '@footnote/index-weaviate/testing';
import { createEmbedder, resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import { recordedEmbedder, recordingEmbedder } from '@footnote/tests/crash/recorded-embedder.ts';
import { clusterUrl } from './cluster-node.ts';
import { startCluster } from './start-cluster.ts';

/** Questions of a set that are searched for, and that are asked. */
const SEARCHED = 250;
const ASKED = 34;

const sets = process.argv.slice(2);
if (sets.length === 0) throw new Error('Usage: npm run measure:cluster -- SET…');
await startCluster();
const model = await resolveEmbeddingModel();
for (const directory of sets) await measure(directory);

async function measure(directory: string): Promise<void> {
  const set = await readLabelledSet(directory);
  const workplace = mkdtempSync(join(tmpdir(), 'footnote-cluster-'));
  const url = clusterUrl(`quality_${process.pid}`);
  try {
    await indexBoth(set, { folder: join(workplace, 'index'), url, workplace });
    const engines = await Promise.all([url, join(workplace, 'index')].map((index) => openEngine({ index })));
    await compare(basename(directory), { set, engines: engines as [Engine, Engine] });
    await Promise.all(engines.map((engine) => engine.close()));
  } finally {
    await dropIndex(parseClusterLocation(url));
    rmSync(workplace, { recursive: true });
  }
}

interface Places {
  readonly workplace: string;
  readonly folder: string;
  readonly url: string;
}

/** What is embedded for one is given to the other. */
async function indexBoth({ documents }: LabelledSet, { workplace, folder, url }: Places): Promise<void> {
  const corpus = join(workplace, 'corpus.jsonl');
  writeFileSync(corpus, documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
  const { embedder, recording } = recordingEmbedder(await createEmbedder({ model, workers: 2 }));
  const run = { paths: [corpus], model };
  await updateIndex({ ...run, index: await indexAt(folder), embedder });
  await embedder.close();
  const recorded = recordedEmbedder(model.identity, recording);
  await updateIndex({ ...run, index: await indexAt(url), embedder: recorded });
}

async function compare(
  name: string,
  { set, engines: [cluster, folder] }: { set: LabelledSet; engines: [Engine, Engine] },
): Promise<void> {
  const searched = sampleQuestions(
    set.questions.filter(({ relevant }) => relevant.size > 0),
    SEARCHED,
  );
  for (const mode of ['HYBRID', 'LEXICAL', 'SEMANTIC'] as const) {
    const measured = await Promise.all(
      [cluster, folder].map((engine) => measureRetrieval(engine, searched, { mode, onQuestion: () => {} })),
    );
    const [ndcg, other] = measured.map((measures) => retrievalFigures(measures).ndcg10.toFixed(4));
    console.log(
      `${name}: nDCG@10 ${mode.toLowerCase()} of ${searched.length}: cluster ${ndcg}, folder ${other}`,
    );
  }
  const asked = sampleQuestions(searched, ASKED);
  let same = 0;
  for (const question of asked) {
    const [one, two] = [await firstQuote(cluster, question), await firstQuote(folder, question)];
    if (one === two) same += 1;
  }
  console.log(`${name}: the same first quote for ${same} of ${asked.length} questions`);
}

/** The first quote, or that there is none. */
async function firstQuote(engine: Engine, { text }: LabelledQuestion): Promise<string> {
  const result = await engine.ask({ question: text });
  const [first] = result.kind === 'Answer' ? result.citations : [];
  return first ? `${first.passage.articleKey} ${first.start} ${first.quote}` : 'none';
}
