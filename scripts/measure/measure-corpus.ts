/**
 * `npm run measure:corpus`: asks the fifty questions of the sample articles, with the reader and without, and writes
 * what came of each to `tests/corpus-results.md`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { askCorpus, type CorpusAnswer } from '@footnote/tests/ask-corpus.ts';

const OUTPUT = resolve(import.meta.dirname, '../../tests/corpus-results.md');

const directory = await mkdtemp(join(tmpdir(), 'footnote-corpus-'));
try {
  const withReader = await askCorpus(directory);
  const withoutReader = await askCorpus(directory, 'off');
  const report = [
    '# The fifty questions on the sample articles',
    '',
    'Written by `npm run measure:corpus`. A row is right when the first quote holds the answer, or when a question that',
    'the articles do not answer was refused.',
    '',
    '| | with the reader | without |',
    '|---|---|---|',
    ...summary(withReader, withoutReader),
    '',
    '| | question | first quote, or the reason of the refusal | confidence |',
    '|---|---|---|---|',
    ...withReader.map(row),
    '',
  ].join('\n');
  await writeFile(OUTPUT, report);
  process.stdout.write(report);
} finally {
  await rm(directory, { recursive: true });
}

function summary(...runs: readonly (readonly CorpusAnswer[])[]): string[] {
  const groups = [
    { name: 'answered rightly', of: ({ asked }: CorpusAnswer) => asked.answerable },
    { name: 'refused, close to the subject', of: ({ asked }: CorpusAnswer) => asked.close === true },
    { name: 'refused, far from it', of: ({ asked }: CorpusAnswer) => asked.close === false },
  ];
  return groups.map(({ name, of }) => {
    const cells = runs.map((run) => {
      const group = run.filter(of);
      return `${group.filter((one) => one.isRight).length} of ${group.length}`;
    });
    return `| ${name} | ${cells.join(' | ')} |`;
  });
}

function row({ asked, result, isRight }: CorpusAnswer): string {
  const said = result.kind === 'Answer' ? `“${result.citations[0]?.quote}”` : result.reason;
  return `| ${isRight ? 'right' : '**wrong**'} | ${asked.question} | ${said.replaceAll('|', '\\|')} | ${result.confidence.toFixed(2)} |`;
}
