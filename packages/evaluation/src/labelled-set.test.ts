import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLabelledSet } from './labelled-set.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'footnote-set-'));
});

afterEach(() => rm(directory, { recursive: true }));

async function write(name: string, content: string): Promise<void> {
  await mkdir(dirname(join(directory, name)), { recursive: true });
  await writeFile(join(directory, name), content);
}

describe('readLabelledSet', () => {
  it('reads the BEIR layout, with a header', async () => {
    await write('corpus.jsonl', '{"_id":"d1","title":"T","text":"One."}\n');
    await write('queries.jsonl', '{"_id":"q1","text":"Which?"}\n');
    await write('qrels/test.tsv', 'query-id\tcorpus-id\tscore\nq1\td1\t1\n');
    const set = await readLabelledSet(directory);
    expect(set.documents).toEqual([{ id: 'd1', title: 'T', text: 'One.', source: null, publishedAt: null }]);
    expect(set.questions[0]?.relevant).toEqual(new Map([['d1', 1]]));
    expect(set.questions[0]?.isImpossible).toBeNull();
  });

  it('reads the flat layout, without a header, with answers', async () => {
    await write('corpus.jsonl', '{"id":"d1","text":"One."}\n');
    await write('queries.jsonl', '{"id":"q1","text":"Which?"}\n{"id":"q2","text":"Why?"}\n');
    await write('qrels.tsv', 'q1\td1\t1\nq2\td1\t0\n');
    await write(
      'answers.jsonl',
      '{"id":"q1","answers":["One"],"doc":"d1"}\n{"id":"q2","answers":[],"is_impossible":true}\n',
    );
    const { questions } = await readLabelledSet(directory);
    expect(questions.map((question) => question.isImpossible)).toEqual([false, true]);
    expect(questions.map((question) => question.relevant.size)).toEqual([1, 0]);
    expect(questions[0]?.answers).toEqual(['One']);
  });

  it('takes an empty list of answers for a question that nothing answers', async () => {
    await write('corpus.jsonl', '{"id":"d1","text":"One."}\n');
    await write('queries.jsonl', '{"id":"q1","text":"Which?"}\n{"id":"q2","text":"Why?"}\n');
    await write('qrels.tsv', 'q1\td1\t1\n');
    await write('answers.jsonl', '{"id":"q1"}\n{"id":"q2","answers":[]}\n');
    const { questions } = await readLabelledSet(directory);
    expect(questions.map((question) => question.isImpossible)).toEqual([null, true]);
  });

  it('counts where answers start in UTF-16 code units', async () => {
    await write('corpus.jsonl', '{"id":"d1","text":"\u{1F600} One."}\n');
    await write('queries.jsonl', '{"id":"q1","text":"Which?"}\n');
    await write('qrels.tsv', 'q1\td1\t1\n');
    await write('answers.jsonl', '{"id":"q1","answers":["One"],"answer_starts":[2],"doc":"d1"}\n');
    expect((await readLabelledSet(directory)).questions[0]?.answerStarts).toEqual([3]);
  });

  it('refuses a set that labels nothing', async () => {
    await write('corpus.jsonl', '{"id":"d1","text":"One."}\n');
    await write('queries.jsonl', '{"id":"q1","text":"Which?"}\n');
    await write('qrels.tsv', '');
    await expect(readLabelledSet(directory)).rejects.toThrow('No question');
  });

  it('names the file that is missing', async () => {
    await expect(readLabelledSet(directory)).rejects.toMatchObject({
      code: 'DATASET_INVALID',
      message: expect.stringContaining('corpus.jsonl is missing'),
    });
  });
});
