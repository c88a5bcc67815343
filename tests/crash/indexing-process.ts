import { readFileSync } from 'node:fs';
import { indexAt } from '@footnote/index-location';
import { resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import { recordedEmbedder, type VectorRecording } from './recorded-embedder.ts';

/**
 * An index run of its own process, to be killed. Writes a line to standard output at each step it takes.
 * Arguments: location of the index, folder of articles, file of recorded vectors (or `-`: the model itself).
 */
const [location, articles, recording] = process.argv.slice(2) as [string, string, string];
const say = (step: string) => process.stdout.write(`${step}\n`);

say('started');
const model = await resolveEmbeddingModel();
const embedder =
  recording === '-'
    ? undefined
    : recordedEmbedder(model.identity, JSON.parse(readFileSync(recording, 'utf8')) as VectorRecording);
try {
  const report = await updateIndex({
    index: await indexAt(location),
    paths: [articles],
    model,
    embedder,
    workers: 1,
    onProgress: ({ stage, files, passages }) => say(`${stage} ${files} ${passages}`),
  });
  say(`done ${JSON.stringify(report)}`);
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  say(`failed ${code} ${message}`);
  process.exitCode = 1;
}
