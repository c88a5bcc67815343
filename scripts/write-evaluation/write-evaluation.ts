/**
 * `npm run write:evaluation -- DIR…`: measures labelled sets with the product as it is, and writes EVALUATION.md, so that
 * no figure in it is typed. Takes minutes a set.
 */
import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { answerModels } from '@footnote/answering';
import { readLabelledSet } from '@footnote/evaluation';
import { Command, InvalidArgumentError } from 'commander';
import { corpusSection } from './corpus-section.ts';
import { type FittedModel, fitSection } from './fit-section.ts';
import { measureSet, type SetReport } from './measure-set.ts';
import { answerSection, failureSection, reliabilitySection, retrievalSection } from './set-sections.ts';

const OUTPUT = resolve(import.meta.dirname, '../../EVALUATION.md');
const models: Readonly<Record<'withReader' | 'withoutReader', FittedModel>> = answerModels;

interface Options {
  readonly searched: number;
  readonly asked: number;
}

await new Command('write:evaluation')
  .description('Measures labelled sets and writes EVALUATION.md.')
  .argument('<directories...>', 'labelled sets')
  .option('--searched <n>', 'questions of a set to search with', toCount, 1000)
  .option('--asked <n>', 'questions of a set to ask, with the reader and without', toCount, 200)
  .action(write)
  .parseAsync();

async function write(directories: readonly string[], { searched, asked }: Options): Promise<void> {
  const sets: SetReport[] = [];
  for (const directory of directories) {
    const set = await readLabelledSet(directory);
    sets.push(await measureSet({ name: basename(resolve(directory)), set, searched, asked }));
  }
  const lines = [
    '# How often it is right',
    '',
    'Written by `npm run write:evaluation`, all of it in one run.',
    `Of each set ${searched} questions at most are searched for, and ${asked} asked, evenly spread. In brackets: where a figure`,
    'lies for all such questions with a confidence of 95 % (bootstrap over the questions).',
    '',
    ...retrievalSection(sets),
    ...answerSection(sets),
    ...reliabilitySection(sets),
    ...failureSection(sets),
    ...(await corpusSection()),
    '## The decision on sets that it has not seen',
    '',
    'What `npm run fit:answers` measured: each set is judged by a decision that was fitted on the other sets, while the one that',
    'ships, as above, was fitted on all of them. The default threshold is the least at which, of 100 questions without an answer',
    '(90 hidden; 5 near, on a part left out of an article that is there; 4 changed; 1 written to have none), at most 5 are answered.',
    '',
    ...fitSection('With the reader', models.withReader),
    ...fitSection('Without it', models.withoutReader),
  ];
  await writeFile(OUTPUT, lines.join('\n'));
}

function toCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('Give a whole number from 1.');
}
