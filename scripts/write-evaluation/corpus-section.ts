import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '@footnote/evaluation';
import { askCorpus, type CorpusAnswer } from '@footnote/tests/ask-corpus.ts';

/** What goes wrong with the fifty questions on the sample articles, question by question. */
export async function corpusSection(): Promise<string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'footnote-corpus-'));
  try {
    const answers = await askCorpus(directory);
    const wrong = answers.filter(({ isRight }) => !isRight);
    return [
      '### Examples, from the sample articles',
      '',
      `Of the fifty questions of \`tests/corpus-questions.jsonl\`, ${answers.length - wrong.length} are right. The others:`,
      '',
      ...table(
        ['what', 'question', 'first quote', 'confidence'],
        wrong.map((one) => [
          kindOf(one),
          one.asked.question,
          one.result.kind === 'Answer' ? `“${one.result.citations[0]?.quote}”` : '–',
          one.result.confidence.toFixed(2),
        ]),
      ),
      '',
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
}

function kindOf({ asked, result }: CorpusAnswer): string {
  if (!asked.answerable) return 'answered, though nothing answers it';
  return result.kind === 'Answer' ? 'another sentence' : 'refused';
}
