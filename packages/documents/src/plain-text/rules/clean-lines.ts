import type { Removal } from '../../document.ts';
import type { CleaningRule, LineSpan, PageContext } from './cleaning-rule.ts';

export interface CleanedLines {
  /** As many as before: a line that was taken out is blank. */
  readonly lines: readonly string[];
  readonly removals: readonly Removal[];
}

/** Applies the rules in their order; each sees what those before it left. */
export function cleanLines(
  lines: readonly string[],
  rules: readonly CleaningRule[],
  page: PageContext,
): CleanedLines {
  let cleaned = lines;
  const removals: Removal[] = [];
  for (const rule of rules) {
    const spans = rule.find(cleaned, page);
    removals.push(...spans.map((span) => ({ rule: rule.name, text: textOf(cleaned, span).trim() })));
    cleaned = cutSpans(cleaned, spans);
  }
  return { lines: cleaned, removals };
}

/** The lines without the spans, which must not overlap. */
export function cutSpans(lines: readonly string[], spans: readonly LineSpan[]): readonly string[] {
  if (spans.length === 0) return lines;
  const cut = [...lines];
  const fromTheEnd = [...spans].sort((a, b) => b.line - a.line || b.start - a.start);
  for (const { line, start, end } of fromTheEnd) {
    cut[line] = cut[line]!.slice(0, start) + cut[line]!.slice(end);
  }
  return cut;
}

function textOf(lines: readonly string[], { line, start, end }: LineSpan): string {
  return lines[line]!.slice(start, end);
}
