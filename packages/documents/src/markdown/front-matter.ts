import { type DocumentOptions, type ParseOptions, parse, type SchemaOptions, type ToJSOptions } from 'yaml';

/** Every scalar is the text that stands there (a title `1984`, an id `007`), but null is null. */
const YAML_OPTIONS: DocumentOptions & ParseOptions & SchemaOptions & ToJSOptions = {
  schema: 'failsafe',
  customTags: ['null'],
  uniqueKeys: false,
  maxAliasCount: 100,
  logLevel: 'error',
};

export interface FrontMatter {
  /** Empty without front matter. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Why the front matter that is there could not be used; else null. */
  readonly problem: string | null;
}

/** Another language of front matter, between two lines `+++`. */
const TOML = /^\s*\+\+\+[ \t]*\r?\n[\s\S]*?(?<=\n)\+\+\+[ \t]*(?:\r?\n|$)/;

/** Splits YAML front matter, between two lines `---` at the very start, from the body. That in TOML is left out. */
export function splitFrontMatter(document: string): FrontMatter {
  const match = /^\s*---[ \t]*\r?\n([\s\S]*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(document);
  if (match === null) return withoutToml(document);
  const body = document.slice(match[0].length);
  try {
    const value: unknown = parse(match[1]!, YAML_OPTIONS);
    if (value === null) return { record: {}, body, problem: null };
    if (typeof value !== 'object' || Array.isArray(value))
      return { record: {}, body: document, problem: null };
    return { record: value as Record<string, unknown>, body, problem: null };
  } catch (error) {
    const cause = (error as Error).message.split('\n')[0];
    return { record: {}, body, problem: `The front matter was left out, for it is not YAML: ${cause}` };
  }
}

function withoutToml(document: string): FrontMatter {
  const toml = TOML.exec(document);
  if (toml === null) return { record: {}, body: document, problem: null };
  const body = document.slice(toml[0].length);
  return { record: {}, body, problem: 'The front matter was left out, for it is TOML: write it in YAML.' };
}
