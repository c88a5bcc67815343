import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import nspell from 'nspell';

/** A dictionary takes a quarter of a second to load: each is opened when a word is first looked up in it. */
const american = lazy(() => open('dictionary-en'));
const british = lazy(() => open('dictionary-en-gb'));

/** Whether a word is in a dictionary of American or British English, also bent: "owned", "councils". */
export function isEnglishWord(word: string): boolean {
  return american().correct(word) || british().correct(word);
}

function open(name: string): nspell {
  const entry = createRequire(import.meta.url).resolve(name);
  const part = (extension: string) => readFileSync(entry.replace(/\.js$/u, extension));
  return nspell(part('.aff'), part('.dic'));
}

function lazy<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
