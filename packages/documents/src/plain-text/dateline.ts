import { parseArticleDate } from '../metadata/index.ts';

export interface Dateline {
  /** Only when the year is written too. */
  readonly publishedAt: string | null;
  /** The agency that it names. */
  readonly source: string | null;
}

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';

/** `KAZAN, Russia, Oct. 22 (Xinhua) --`, `BEIJING, Sept. 17, 2022 /PRNewswire/ —`, `LONDON (AP) -`. */
const DATELINE = new RegExp(
  `^\\p{Lu}[\\p{Lu} .'’/-]{1,40}(?:, ?\\p{Lu}[\\p{L}.'’ ]{1,30}){0,2}?,? ?(?<date>${MONTH} \\d{1,2}(?:, ?(?:19|20)\\d{2})?|\\d{1,2} ${MONTH}(?: (?:19|20)\\d{2})?)?,? ?(?:\\((?<brackets>[^()]{2,40})\\)|/(?<slashes>[^/]{2,40})/)? ?(?:--|[—–-])\\s?`,
  'u',
);

/** What the dateline at the head of a paragraph says; null when the paragraph has none. */
export function readDateline(paragraph: string): Dateline | null {
  const groups = DATELINE.exec(paragraph.trimStart().slice(0, 200))?.groups;
  if (groups === undefined) return null;
  const agency = groups.brackets ?? groups.slashes ?? null;
  if (groups.date === undefined && agency === null) return null;
  return {
    publishedAt: groups.date === undefined ? null : parseArticleDate(groups.date),
    source: agency === null ? null : agency.split('/')[0]!.trim(),
  };
}
