import { InvalidArgumentError } from 'commander';
import { parseSetting } from '../settings.ts';

/** What a second measurement does otherwise than the first. */
export interface ComparedSettings {
  /** As it was typed. */
  readonly text: string;
  readonly mode?: 'HYBRID' | 'SEMANTIC' | 'LEXICAL';
  readonly model?: string;
  readonly pooling?: string;
  readonly reader?: string;
  readonly threshold?: number;
}

const PARSE: Readonly<Record<string, (text: string) => Partial<ComparedSettings>>> = {
  mode: (text) => ({ mode: toMode(text) }),
  model: (text) => ({ model: parseSetting('model', text) }),
  pooling: (text) => ({ pooling: parseSetting('pooling', text) }),
  reader: (text) => ({ reader: parseSetting('reader', text) }),
  threshold: (text) => ({ threshold: parseSetting('threshold', text) }),
};

/** "reader=off,threshold=0.3". @throws InvalidArgumentError */
export function parseComparedSettings(text: string): ComparedSettings {
  const settings = text.split(',').map((part): Partial<ComparedSettings> => {
    const [name = '', ...value] = part.split('=');
    const parse = Object.hasOwn(PARSE, name) ? PARSE[name] : undefined;
    if (parse && value.length > 0) return parse(value.join('='));
    const names = Object.keys(PARSE).join(', ');
    throw new InvalidArgumentError(`Give NAME=VALUE, several parted by commas; the names are ${names}.`);
  });
  return Object.assign({ text }, ...settings);
}

function toMode(text: string): 'HYBRID' | 'SEMANTIC' | 'LEXICAL' {
  if (text === 'hybrid') return 'HYBRID';
  if (text === 'semantic') return 'SEMANTIC';
  if (text === 'lexical') return 'LEXICAL';
  throw new InvalidArgumentError('A mode is hybrid, semantic or lexical.');
}
