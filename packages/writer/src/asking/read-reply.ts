import type { WrittenSentence } from '../checking/check-sentence.ts';
import { WriterFailure } from './writer-failure.ts';

/** More is no paragraph. */
const MOST_SENTENCES = 20;

/**
 * The sentences of a chat completion whose message is the JSON that was asked for, within a fence or other words or not.
 * @throws WriterFailure `WRITER_REPLY_INVALID`
 */
export function readReply(reply: string): WrittenSentence[] {
  const content = contentOf(parse(reply));
  const sentences = propertyOf(
    parse(content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1)),
    'sentences',
  );
  if (!Array.isArray(sentences) || sentences.length > MOST_SENTENCES) throw invalid();
  return sentences.map(toSentence);
}

/** A sentence that names its quotes in another way than asked names none, and will not hold. */
function toSentence(value: unknown): WrittenSentence {
  const [text, quotes] = [propertyOf(value, 'text'), propertyOf(value, 'quotes')];
  const numbers = Array.isArray(quotes) ? quotes : [];
  return {
    text: typeof text === 'string' ? text : '',
    citationNumbers: numbers.every((number) => Number.isSafeInteger(number)) ? (numbers as number[]) : [],
  };
}

function contentOf(completion: unknown): string {
  const choices = propertyOf(completion, 'choices');
  const content = propertyOf(propertyOf(Array.isArray(choices) ? choices[0] : null, 'message'), 'content');
  if (typeof content !== 'string') throw invalid();
  return content;
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(cause);
  }
}

function invalid(cause?: unknown): WriterFailure {
  return new WriterFailure('WRITER_REPLY_INVALID', 'The writer did not reply in the form asked for.', {
    cause,
  });
}
