import { basename } from 'node:path';
import { importTransformers } from './load-model.ts';
import type { ModelFolder } from './model-folder.ts';

/** How many tokens a text has for a model, the special ones left out. */
export type CountTokens = (text: string) => number;

// News repeats its words; beyond this many, forgetting them all is cheaper than choosing which to forget.
const REMEMBERED_WORDS = 200_000;
const LONGEST_REMEMBERED = 64;

/**
 * Counts as the model's tokenizer does. Words are counted one by one and remembered, as tokenizers do not join
 * over white space: a passage then costs microseconds where tokenizing it costs a millisecond.
 */
export async function createTokenCounter(folder: ModelFolder): Promise<CountTokens> {
  const { AutoTokenizer } = await importTransformers(folder);
  const tokenizer = await AutoTokenizer.from_pretrained(basename(folder.directory));
  const remembered = new Map<string, number>();
  const countWord = (word: string): number => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
    const count: number = tokenizer.encode(word, null, { add_special_tokens: false }).length;
    if (word.length <= LONGEST_REMEMBERED) remembered.set(word, count);
    return count;
  };
  return (text) => {
    let total = 0;
    for (const [word] of text.matchAll(/\S+/g)) total += countWord(word);
    return total;
  };
}
