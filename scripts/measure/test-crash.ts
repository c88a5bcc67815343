import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCrashTrials } from '@footnote/tests/crash/crash-trials.ts';
import { searchServer } from '@footnote/tests/crash/search-server.ts';
import { madeArticles } from '@footnote/tests/made-articles.ts';
import { trialSeed } from '@footnote/tests/random-numbers.ts';

/** npm run test:crash [KILLS]: kills index runs (300 by default; SEED=… repeats a run) and prints what became of the indexes. */
const kills = Number(process.argv[2] ?? 300);
const workplace = mkdtempSync(join(tmpdir(), 'footnote-crash-'));
const server = await searchServer(join(workplace, 'index'));
try {
  let number = 0;
  const report = await runCrashTrials({
    workplace,
    articles: madeArticles(24, 300),
    kills,
    killsPerIndex: 6,
    seed: trialSeed(),
    askServer: () => server.ask(),
    onKill: (step, failures) => {
      number += 1;
      if (number % 25 === 0) console.error(`${number} kills, the last at "${step}"`);
      for (const failure of failures) console.error(failure);
    },
  });
  console.log(`kills: ${report.kills}, by stage: ${JSON.stringify(report.stages)}`);
  console.log(`finished indexes compared with that of an unbroken run: ${report.compared}`);
  console.log(`server answered: ${server.answered} times, failed: ${server.failed}`);
  console.log(`failures: ${report.failures.length}`);
  process.exitCode = report.failures.length === 0 ? 0 : 1;
} finally {
  await server.close();
  rmSync(workplace, { recursive: true, force: true });
}
