import { parseArticleDate } from '../metadata/index.ts';
import type { PageFurniture } from './page-furniture.ts';

/** What the lines that a paper prints on every page say of it. */
export interface RunningHeads {
  /** The day of the paper, YYYY-MM-DD; null unless all heads that name a day name one and the same. */
  readonly date: string | null;
  /** The address that a browser prints at the foot of a page. */
  readonly url: string | null;
}

const ADDRESS = /\bhttps?:\/\/\S+/u;
/** Beside an hour or an address stands the day on which the page was printed. */
const PRINTED = /\d{1,2}:\d{2}|https?:\/\//u;

export function readRunningHeads(furniture: readonly PageFurniture[]): RunningHeads {
  const heads = furniture.filter(({ rule }) => rule === 'running-head').map(({ line }) => line.text);
  const dates = heads.filter((text) => !PRINTED.test(text)).map(parseArticleDate);
  return {
    date: onlyOne(dates.filter((date) => date !== null)),
    url: onlyOne(heads.flatMap((text) => ADDRESS.exec(text)?.[0] ?? []).filter((url) => URL.canParse(url))),
  };
}

function onlyOne(values: readonly string[]): string | null {
  const [value = null, ...others] = new Set(values);
  return others.length === 0 ? value : null;
}
