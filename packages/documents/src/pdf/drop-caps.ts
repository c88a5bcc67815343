import type { TextItem, TextLine } from './text-line.ts';

/** A capital, and an opening quotation mark before it. */
const CAPITAL = /^["'“‘«„¿¡]?\p{Lu}$/u;

/** A drop cap is at least so many times as large as the text beside it. */
const DROP = 1.8;

/** The first letters of stories that stand apart, several lines high. */
export function findDropCaps(items: readonly TextItem[]): TextItem[] {
  return items.filter(
    (item) =>
      CAPITAL.test(item.str.trim()) &&
      items.some((other) => standsBeside(item, { left: other.x, y: other.y, fontSize: other.fontSize })),
  );
}

/** Gives each drop cap back to the first line beside it. */
export function joinDropCaps(
  lines: readonly TextLine[],
  caps: readonly TextItem[],
  isWord: (word: string) => boolean,
): TextLine[] {
  return caps.reduce<TextLine[]>(
    (joined, cap) => {
      const beside = joined.filter((line) => standsBeside(cap, line));
      const first = beside.reduce<TextLine | undefined>((a, b) => (a && a.y >= b.y ? a : b), undefined);
      return joined.map((line) => {
        if (!beside.includes(line)) return line;
        const text = line === first ? joinCap(cap.str.trim(), line.text, isWord) : line.text;
        return { ...line, text, left: cap.x };
      });
    },
    [...lines],
  );
}

function standsBeside(cap: TextItem, line: Pick<TextLine, 'left' | 'y' | 'fontSize'>): boolean {
  const right = cap.x + cap.width;
  const isNear = line.left >= right - 0.2 * line.fontSize && line.left - right <= 1.5 * line.fontSize;
  const isInHeight = line.y >= cap.y - 0.3 * line.fontSize && line.y <= cap.y + cap.fontSize;
  return isNear && isInHeight && cap.fontSize >= DROP * line.fontSize;
}

/** "T" and "he port" are one word, "A" and "council" two. */
function joinCap(cap: string, text: string, isWord: (word: string) => boolean): string {
  const rest = /^\p{L}+/u.exec(text)?.[0] ?? '';
  const isWhole = /[AI]$/u.test(cap) && !isWord(`${cap.slice(-1).toLowerCase()}${rest}`.toLowerCase());
  return isWhole && isWord(rest.toLowerCase()) ? `${cap} ${text}` : `${cap}${text}`;
}
