import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteIndex } from '@footnote/index-sqlite';
import { updateIndex } from '@footnote/ingestion';
import { chooseDamages, runTrials } from '@footnote/tests/flips/flip-trials.ts';
import { trialSeed } from '@footnote/tests/random-numbers.ts';

/** npm run test:flips [FLIPS TRUNCATIONS]: damages an index of the corpus so many times (SEED=… repeats a run), and counts what comes of it. */
const [flips = '500', truncations = '100'] = process.argv.slice(2);
const workplace = mkdtempSync(join(tmpdir(), 'footnote-flips-'));
try {
  const index = join(workplace, 'index');
  await updateIndex({ index: sqliteIndex(index), paths: ['corpus'] });
  const damages = chooseDamages(index, {
    flips: Number(flips),
    truncations: Number(truncations),
    seed: trialSeed(),
  });
  const trials = await runTrials(index, {
    damages,
    workplace,
    onTrial: (trial) => {
      if (/[A-Z]/.test(trial.outcome)) console.error(JSON.stringify(trial));
    },
  });
  const counts = new Map<string, number>();
  for (const { damage, outcome } of trials) {
    const kind = `${damage.kind} ${outcome}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of [...counts].sort()) console.log(`${kind}: ${count}`);
  const failures = trials.filter(({ outcome }) => outcome !== 'reported' && outcome !== 'harmless').length;
  console.log(`failures: ${failures} of ${trials.length}`);
  process.exitCode = failures === 0 ? 0 : 1;
} finally {
  rmSync(workplace, { recursive: true });
}
