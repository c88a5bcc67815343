import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { loadModel, readModelFolder } from '@footnote/inference';
import { AutoModel, env, mean_pooling, pipeline } from '@xenova/transformers';

/**
 * What an index run's speed is compared with. Embeds the texts of a JSON file one by one and prints passages per
 * second, loading left out. Arguments: `pipeline` (as transformers.js comes, on all cores) or `one-thread`, the
 * model's folder, the file, and which texts to take: every n-th from the k-th on.
 */
const [kind, directory, file, from, every] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];
const texts = (JSON.parse(readFileSync(file, 'utf8')) as string[]).filter(
  (_, index) => index % Number(every) === Number(from),
);
const embed = kind === 'pipeline' ? await pipelineLoop() : await oneThreadLoop();
await embed(texts[0]!);
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
const started = performance.now();
for (const text of texts) await embed(text);
process.stdout.write(`${texts.length / ((performance.now() - started) / 1000)}\n`);
process.exit();

async function pipelineLoop(): Promise<(text: string) => Promise<unknown>> {
  env.localModelPath = dirname(directory);
  env.allowRemoteModels = false;
  const extract = await pipeline('feature-extraction', basename(directory));
  return (text) => extract(text, { pooling: 'mean', normalize: true });
}

async function oneThreadLoop(): Promise<(text: string) => Promise<unknown>> {
  const { tokenizer, model } = await loadModel(await readModelFolder(directory), () => AutoModel);
  return async (text) => {
    const inputs = await tokenizer(text);
    const output = await model(inputs);
    return mean_pooling(output.last_hidden_state, inputs.attention_mask).normalize(2, -1).data;
  };
}
