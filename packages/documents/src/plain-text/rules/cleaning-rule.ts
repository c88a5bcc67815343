/** A stretch of one line: UTF-16 code units, half open. */
export interface LineSpan {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** What a rule knows of the page beside its lines. */
export interface PageContext {
  /** The headline, once it is known. */
  readonly title: string | null;
}

/**
 * A kind of text that surrounds articles and is none of theirs. A rule is conservative: it asks for a strong sign,
 * for junk that stays costs an answer, but a lost sentence cannot be found at all.
 */
export interface CleaningRule {
  /** kebab-case, as `--explain` shows it. */
  readonly name: string;
  /** What it takes out, in words for a person. */
  readonly removes: string;
  /** The stretches to take out of the lines; blank lines part paragraphs. */
  find(lines: readonly string[], page: PageContext): readonly LineSpan[];
}

/** No notice, caption or link is longer than this; a longer line is text, and is not looked at. */
const MOST_CHARACTERS = 1000;

/** A rule that takes out each whole line that is so. */
export function lineRule(rule: {
  readonly name: string;
  readonly removes: string;
  readonly matches: (line: string, index: number, lines: readonly string[]) => boolean;
}): CleaningRule {
  return {
    name: rule.name,
    removes: rule.removes,
    find: (lines) =>
      lines.flatMap((line, index) =>
        isShort(line) && rule.matches(line.trim(), index, lines) ? [wholeLine(lines, index)] : [],
      ),
  };
}

/** True for a line that has text, and little enough to be something else than the article's. */
export function isShort(line: string): boolean {
  return line.length <= MOST_CHARACTERS && line.trim() !== '';
}

export function wholeLine(lines: readonly string[], line: number): LineSpan {
  return { line, start: 0, end: lines[line]!.length };
}
