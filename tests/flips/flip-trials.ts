import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { randomNumbers } from '../random-numbers.ts';
import type { ProbeResult } from './probe.ts';

/** One way of damaging one file of an index. */
export interface Damage {
  readonly file: string;
  readonly at: number;
  readonly kind: 'flip' | 'truncation';
}

export interface Trial {
  readonly damage: Damage;
  /** `reported`: verify found it. `harmless`: it did not, and every answer is as before. */
  readonly outcome: 'reported' | 'harmless' | 'CHANGED' | 'FALSE_QUOTE' | 'CRASHED';
  readonly details: string;
}

/** Copies that one process probes: starting one costs more than a probe. */
const BATCH = 25;

const PROBE = fileURLToPath(new URL('./probe.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Damages, the same for the same seed, spread over all files of the index by their size, small ones included. */
export function chooseDamages(
  index: string,
  counts: { flips: number; truncations: number; seed: number },
): Damage[] {
  const files = readdirSync(index).filter((file) => statSync(join(index, file)).size > 0);
  const random = randomNumbers(counts.seed);
  const choose = (kind: Damage['kind'], number: number): Damage => {
    // Every other damage goes to the files in turn, the rest by size.
    const bySize = number % 2 === 0;
    const file = bySize ? weighted(index, files, random()) : files[number % files.length]!;
    return { file, kind, at: Math.floor(random() * statSync(join(index, file)).size) };
  };
  return [
    ...Array.from({ length: counts.flips }, (_, number) => choose('flip', number)),
    ...Array.from({ length: counts.truncations }, (_, number) => choose('truncation', number)),
  ];
}

/** Damages copies of an index, one at a time, and looks in a process of its own at what comes of it. */
export async function runTrials(
  index: string,
  options: { damages: readonly Damage[]; workplace: string; onTrial?: (trial: Trial) => void },
): Promise<Trial[]> {
  const sound = await probe([index]);
  const expected = sound[0]!;
  if (expected.verified !== true) throw new Error(`The index is not sound: ${JSON.stringify(expected)}`);
  const trials: Trial[] = [];
  for (let start = 0; start < options.damages.length; start += BATCH) {
    const damages = options.damages.slice(start, start + BATCH);
    const copies = damages.map((damage, number) =>
      damagedCopy(index, damage, join(options.workplace, `${number}`)),
    );
    const results = await probe(copies);
    for (const [number, damage] of damages.entries()) {
      const trial = judge(damage, expected, results[number]);
      trials.push(trial);
      options.onTrial?.(trial);
    }
  }
  return trials;
}

function judge(damage: Damage, expected: ProbeResult, actual: ProbeResult | undefined): Trial {
  const trial = (outcome: Trial['outcome'], details = '') => ({ damage, outcome, details });
  if (!actual) return trial('CRASHED');
  if (actual.falseQuotes.length > 0) return trial('FALSE_QUOTE', actual.falseQuotes.join('; '));
  if (!actual.verified) return trial('reported', actual.problems.join(' '));
  return actual.answers === expected.answers ? trial('harmless') : trial('CHANGED', actual.error ?? '');
}

/** Probes many indexes in one process; when it dies, each in one of its own, where undefined stands for a death. */
async function probe(directories: readonly string[]): Promise<(ProbeResult | undefined)[]> {
  const together = await probeInOneProcess(directories);
  if (together || directories.length === 1) return together ?? [undefined];
  return (await Promise.all(directories.map((directory) => probe([directory])))).flat();
}

async function probeInOneProcess(directories: readonly string[]): Promise<ProbeResult[] | undefined> {
  const options = { maxBuffer: 1 << 28, timeout: 300_000 };
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', TSX, PROBE, ...directories],
      options,
    );
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ProbeResult);
  } catch (error) {
    process.stderr.write(`A probe died: ${(error as { stderr?: string }).stderr ?? error}\n`);
    return undefined;
  }
}

function damagedCopy(index: string, damage: Damage, copy: string): string {
  rmSync(copy, { recursive: true, force: true });
  cpSync(index, copy, { recursive: true });
  inflict(copy, damage);
  return copy;
}

function inflict(directory: string, { file, at, kind }: Damage): void {
  const path = join(directory, file);
  if (kind === 'truncation') {
    truncateSync(path, at);
    return;
  }
  const bytes = readFileSync(path);
  bytes[at] = bytes[at]! ^ (1 << (at % 8));
  writeFileSync(path, bytes);
}

function weighted(index: string, files: readonly string[], random: number): string {
  const sizes = files.map((file) => statSync(join(index, file)).size);
  let rest = random * sizes.reduce((sum, size) => sum + size, 0);
  for (const [at, size] of sizes.entries()) {
    rest -= size;
    if (rest < 0) return files[at]!;
  }
  return files[0]!;
}
