import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sqliteIndex } from '@footnote/index-sqlite';
import { resolveEmbeddingModel } from '@footnote/inference';
import { type IndexProgress, updateIndex } from '@footnote/ingestion';
import { madeArticle, madeArticles } from '@footnote/tests/made-articles.ts';

/**
 * npm run measure:indexing [ARTICLES]: passages a second of an index run with two workers, against a plain loop over
 * one pipeline and against the sum of two one-thread loops, each over the same passages; then a run with a tenth of
 * the articles changed, and one with nothing changed.
 */
const count = Number(process.argv[2] ?? 2000);
const WORDS = 300;
const LOOP = fileURLToPath(new URL('./embedding-loop.ts', import.meta.url));
const workplace = mkdtempSync(join(tmpdir(), 'footnote-measure-'));
const articles = join(workplace, 'articles');
const index = sqliteIndex(join(workplace, 'index'));
mkdirSync(articles);

try {
  const model = await resolveEmbeddingModel();
  write(madeArticles(count, WORDS));
  const run = (onProgress?: (progress: IndexProgress) => void) =>
    updateIndex({ index, paths: [articles], model, workers: 2, onProgress });
  const stages = stageTimes();
  const first = await run(stages.note);
  const { start, end } = stages.seconds();
  const texts = join(workplace, 'texts.json');
  writeFileSync(texts, JSON.stringify(await embeddedTexts()));
  const modelFolder = model.folder.directory;
  const [plain] = await rates([['pipeline', modelFolder, texts, '0', '1']]);
  const halves = await rates([
    ['one-thread', modelFolder, texts, '0', '2'],
    ['one-thread', modelFolder, texts, '1', '2'],
  ]);
  const sum = halves.reduce((total, rate) => total + rate, 0);
  line(
    'index run, 2 workers',
    `${first.passagesPerSecond.toFixed(1)} passages/s (${first.passages} in ${first.seconds.toFixed(1)} s)`,
  );
  line(
    'of its time',
    `${start.toFixed(1)} s until the first passage was embedded (the processes start), ${end.toFixed(1)} s for the graph at the end; between them ${(first.passages / (first.seconds - start - end)).toFixed(1)} passages/s`,
  );
  line(
    'plain loop over one pipeline',
    `${plain!.toFixed(1)} passages/s; the run has ${(first.passagesPerSecond / plain!).toFixed(2)} of it`,
  );
  line(
    'sum of two one-thread loops',
    `${sum.toFixed(1)} passages/s; the run has ${(first.passagesPerSecond / sum).toFixed(2)} of it (to reach: 0.9)`,
  );

  write(
    Object.fromEntries(
      Array.from({ length: count / 10 }, (_, n) => [name(n * 10), madeArticle(n * 10 + count, WORDS)]),
    ),
  );
  const second = await run();
  line(
    'a tenth changed',
    `${second.seconds.toFixed(1)} s for ${second.replaced}, ${(second.seconds / first.seconds).toFixed(3)} of the first run (at most: 0.167)`,
  );
  const third = await run();
  line('nothing changed', `${third.seconds.toFixed(2)} s for ${third.unchanged} articles (at most: 2)`);
} finally {
  rmSync(workplace, { recursive: true });
}

/** When the first passage was embedded, and how long the graph took after the last. */
function stageTimes() {
  const began = performance.now();
  let firstPassage: number | undefined;
  let linking = began;
  return {
    note({ stage, passages }: IndexProgress): void {
      if (stage === 'embedding' && passages > 0) firstPassage ??= performance.now();
      if (stage === 'linking') linking = performance.now();
    },
    seconds() {
      const ended = performance.now();
      return { start: ((firstPassage ?? began) - began) / 1000, end: (ended - linking) / 1000 };
    },
  };
}

function name(number: number): string {
  return `report-${String(number).padStart(5, '0')}.txt`;
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) writeFileSync(join(articles, file), text);
}

/** The passages as they were embedded: the title, a line break, the passage. */
async function embeddedTexts(): Promise<string[]> {
  const reader = await index.openReader();
  const texts: string[] = [];
  await reader.withSearcher(async (searcher) => {
    for (let after: string | undefined; ; ) {
      const page = await searcher.articles({ first: 50, after });
      for (const { item } of page.items) {
        const [passages] = await searcher.passages([item.key], { first: 50 });
        texts.push(...passages!.items.map((passage) => `${item.title ?? ''}\n${passage.item.text}`));
      }
      after = page.items.at(-1)?.cursor;
      if (!page.hasNextPage) break;
    }
  });
  await reader.close();
  return texts;
}

/** Runs the loops side by side, begun together once each is loaded. */
async function rates(loops: readonly (readonly string[])[]): Promise<number[]> {
  const started = loops.map((args) => startLoop(args));
  await Promise.all(started.map(({ nextLine }) => nextLine()));
  for (const { child } of started) child.stdin!.write('go\n');
  return Promise.all(started.map(async ({ nextLine }) => Number(await nextLine())));
}

function startLoop(args: readonly string[]): { child: ChildProcess; nextLine: () => Promise<string> } {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), LOOP, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout! });
  return { child, nextLine: async () => ((await once(lines, 'line')) as [string])[0] };
}

function line(what: string, figures: string): void {
  console.log(`${what.padEnd(30)} ${figures}`);
}
