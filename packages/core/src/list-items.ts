/** Where the items of lists begin that stand within one line, and which stops belong to their numbers. */
export interface ListItems {
  /** In ascending order. */
  readonly starts: readonly number[];
  readonly stops: ReadonlySet<number>;
}

interface ListNumber {
  readonly index: number;
  readonly stop: number;
  readonly value: number;
  /** Numbers of one list are written alike: digits or letters, and the marks after them. */
  readonly style: string;
  /** "Halo 2. Then …": the number may belong to the name before it. */
  readonly followsName: boolean;
}

const BULLET = /^\s*([•⁃▪‣●◦■])/u;
const NUMBER = /(?<=^|\s)(?:(\d{1,2})|([a-z]))(\.\)|[.)])(?=\s+["'“‘(]?(\p{L}))/gu;

/**
 * Finds bullets when a line begins with one, and numbers or letters that count up from the first item: "1. Wash
 * 2. Dry", "a) … b) …". One number makes no
 * list, and two only where the second follows no name.
 */
export function findListItems(line: string): ListItems {
  const bullets = bulletsIn(line);
  const numbers = numberedLists(line)
    .filter(({ length, 1: second }) => length > 2 || second?.followsName === false)
    .flat();
  const starts = [...bullets, ...numbers.map(({ index }) => index)].sort((a, b) => a - b);
  return { starts, stops: new Set(numbers.map(({ stop }) => stop)) };
}

function bulletsIn(line: string): number[] {
  const bullet = BULLET.exec(line)?.[1];
  const bullets: number[] = [];
  if (bullet === undefined) return bullets;
  for (let at = line.indexOf(bullet, 1); at !== -1; at = line.indexOf(bullet, at + 1)) {
    if (/\s/u.test(line.charAt(at - 1))) bullets.push(at);
  }
  return bullets;
}

function numberedLists(line: string): ListNumber[][] {
  const lists: ListNumber[][] = [];
  for (const match of line.matchAll(NUMBER)) {
    const number = listNumber(line, match);
    if (number === undefined) continue;
    const list = lists.at(-1);
    const before = list?.at(-1);
    if (before && number.style === before.style && number.value === before.value + 1) {
      list?.push(number);
    } else if (beginsList(line, number)) {
      lists.push([number]);
    }
  }
  return lists;
}

function listNumber(line: string, match: RegExpExecArray): ListNumber | undefined {
  const [marker, digits, letter, marks, next] = match;
  // "1) the first item", but "1. The first item": a stop and a small letter are a date or an ordinal.
  if (marks === '.' && !/\p{Lu}/u.test(next ?? '')) return undefined;
  return {
    index: match.index,
    stop: match.index + marker.length - (marks?.length ?? 0),
    value: digits === undefined ? (letter?.charCodeAt(0) ?? 0) - 96 : Number(digits),
    style: `${digits === undefined ? 'a' : '1'}${marks}`,
    followsName: /(?:^|\s)\p{Lu}[\p{L}\p{N}]*\s$/u.test(
      line.slice(Math.max(0, match.index - 24), match.index),
    ),
  };
}

/** A list begins where its line does, or with its first number after a sentence or a colon. */
function beginsList(line: string, { index, value }: ListNumber): boolean {
  const before = line.slice(Math.max(0, index - 4), index).trimEnd();
  if (before === '') return index <= 4;
  return value === 1 && /[.:;!?]["'”’)]?$/u.test(before);
}
