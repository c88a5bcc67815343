import { loadModel, type ModelFolder } from '@footnote/inference';
import { serveRequests } from '@footnote/processes';
import type { WordLogits } from './sentence-spans.ts';
import { splitWords } from './split-words.ts';

export interface ReadingProcessStart {
  readonly folder: ModelFolder;
}

export interface ReadingRequest {
  readonly question: string;
  /** What stands before the text and is read with it, but holds no answer. */
  readonly context: string;
  readonly text: string;
}

/** A question longer than this is cut: the passage must have room beside it. */
const MAX_QUESTION_TOKENS = 96;
/** A longer context is cut, too. */
const MAX_CONTEXT_TOKENS = 64;
/** [CLS] question [SEP] context passage [SEP] */
const SPECIAL_TOKENS = 3;
/** Tokens that two windows of a passage too long for one have in common. */
const OVERLAP = 64;
const REMEMBERED_WORDS = 100_000;
const LONGEST_REMEMBERED = 64;

/** A word's tokens and where the word stands. */
interface TokenizedWord {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly number[];
}

serveRequests<ReadingProcessStart, ReadingRequest, WordLogits[]>(async ({ folder }) => {
  const { transformers, tokenizer, model } = await loadModel(
    folder,
    (library) => library.AutoModelForQuestionAnswering,
  );
  const encode = rememberTokens((word) => tokenizer.encode(word, null, { add_special_tokens: false }));
  const [cls, separator] = tokenizer.encode('') as [number, number];

  const tokenize = (text: string): TokenizedWord[] =>
    splitWords(text)
      .map((span) => ({ ...span, tokens: encode(text.slice(span.start, span.end)) }))
      .filter((word) => word.tokens.length > 0);

  const readWindow = async (
    words: readonly TokenizedWord[],
    { question, context }: { question: readonly number[]; context: readonly number[] },
  ): Promise<WordLogits> => {
    const asked = [cls, ...question, separator];
    const before = [...asked, ...context];
    const passage = words.flatMap((word) => word.tokens);
    const ids = [...before, ...passage, separator];
    const tensor = (values: readonly number[]) =>
      new transformers.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
    const output = await model({
      input_ids: tensor(ids),
      attention_mask: tensor(ids.map(() => 1)),
      token_type_ids: tensor(ids.map((_, index) => (index < asked.length ? 0 : 1))),
    });
    return byWord(words, before.length, { starts: output.start_logits.data, ends: output.end_logits.data });
  };

  const tokensOf = (text: string, most: number): number[] =>
    tokenize(text)
      .flatMap((word) => word.tokens)
      .slice(0, most);

  return async ({ question, context, text }) => {
    const beside = {
      question: tokensOf(question, MAX_QUESTION_TOKENS),
      context: tokensOf(context, MAX_CONTEXT_TOKENS),
    };
    const room = folder.maxTokens - SPECIAL_TOKENS - beside.question.length - beside.context.length;
    const readings: WordLogits[] = [];
    for (const window of windowsOf(tokenize(text), room)) readings.push(await readWindow(window, beside));
    return readings;
  };
});

function byWord(
  words: readonly TokenizedWord[],
  offset: number,
  logits: { starts: ArrayLike<number>; ends: ArrayLike<number> },
): WordLogits {
  const starts: number[] = [];
  const ends: number[] = [];
  let position = offset;
  for (const word of words) {
    starts.push(logits.starts[position] as number);
    position += word.tokens.length;
    ends.push(logits.ends[position - 1] as number);
  }
  const nothing = (logits.starts[0] as number) + (logits.ends[0] as number);
  return { words: words.map(({ start, end }) => ({ start, end })), starts, ends, nothing };
}

/** One window for all but the longest passages; those are read in windows that overlap, so that none is cut off. */
function windowsOf(words: readonly TokenizedWord[], room: number): TokenizedWord[][] {
  const windows: TokenizedWord[][] = [];
  let first = 0;
  while (first < words.length) {
    let end = first;
    let used = 0;
    while (
      end < words.length &&
      (used + (words[end] as TokenizedWord).tokens.length <= room || end === first)
    ) {
      used += (words[end] as TokenizedWord).tokens.length;
      end += 1;
    }
    windows.push(words.slice(first, end));
    if (end === words.length) break;
    first = Math.max(first + 1, stepBack(words, end));
  }
  return windows;
}

function stepBack(words: readonly TokenizedWord[], end: number): number {
  let index = end;
  let shared = 0;
  while (index > 0 && shared < OVERLAP) {
    index -= 1;
    shared += (words[index] as TokenizedWord).tokens.length;
  }
  return index;
}

function rememberTokens(encode: (word: string) => number[]): (word: string) => readonly number[] {
  const remembered = new Map<string, readonly number[]>();
  return (word) => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
    const tokens = encode(word);
    if (word.length <= LONGEST_REMEMBERED) remembered.set(word, tokens);
    return tokens;
  };
}
