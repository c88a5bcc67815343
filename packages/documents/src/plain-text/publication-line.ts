import {
  BYLINE_LABEL,
  givenAuthors,
  isByline,
  parseArticleDate,
  parseAuthorNames,
  publishedPart,
  withoutDateLabels,
} from '../metadata/index.ts';
import { FULL_DATE } from '../metadata/written-date.ts';
import { endsSentence } from '../phrases/line-shape.ts';
import { wordCount } from '../phrases/words.ts';

/** What a line at the top of a page says about the article. */
export interface PublicationFacts {
  readonly publishedAt?: string;
  readonly source?: string;
  readonly authors?: readonly string[];
  readonly title?: string;
  readonly url?: string;
}

const EVERY_DATE = new RegExp(FULL_DATE.source, 'giu');
const TIME = /\b\d{1,2}:\d{2}(?::\d{2})?\b\s*(?:[ap]\.?m\.?|Uhr)?|\d{1,2}[时時点]\d{1,2}分/gi;
const ZONE =
  /\b(?:GMT|UTC|[ECMP][SD]T|CET|CEST|BST|IST|MSK|Beijing Time|local time)\b(?:\s*[+-]\d{1,2}(?::?\d{2})?)?/gi;
const LABEL =
  /(?<![\p{L}\p{N}])(?:last updated|updated|modified|edited|(?:first |originally )?published|publication date|posted|date|created|issued|on|at|datum|am|vom|um|le|el|il|дата(?: публик\p{L}+)?|от|від|日期|时间|時間|日時)(?!\p{L})\s*[:：]?/giu;
const WEEKDAY =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|п['’ʼ]ятниця|субота|неділя|(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日?)(?!\p{L})[.,]?/giu;
const BRACKETS = /[(（]([^()（）]*)[)）]/g;
const READING_TIME = /^\d+[ -]min(?:ute)?s?(?: read)?$/i;

/** Where a byline follows a date without a bar between them: `Posted on 15 May 2024 by Ada Moss`. */
const DATE_BEFORE_BYLINE = /(?<=\d)[.,]? (?=[Bb]y \p{Lu})/u;
/** The same the other way round: `By Ada Moss, 15 May 2024`, `本报记者 李晓明 2022年6月10日`. */
const BYLINE_BEFORE_DATE = new RegExp(
  `(?<=^(?:by|von|par|por|от) [^,|•·\\d]+|(?:^|\\| )${BYLINE_LABEL}[^|•·\\d]+),? (?=${FULL_DATE.source})`,
  'iu',
);
/** A byline that its label shows: `10 июня 2022 года. Автор: Иван Петров`. */
const BEFORE_BYLINE_LABEL = new RegExp(`(?<=[^\\s|])[.,;]? (?=${BYLINE_LABEL})`, 'giu');
/** `记者李晓明`: no space is needed where names are written without. */
const GLUED_REPORTER = /(?<=记者|記者)(?=\p{Script=Han}{2,4}(?:$|[\s|,，、)）]))/gu;

const QUOTED =
  '«[^«»]{2,40}»|《[^《》]{2,40}》|「[^「」]{2,40}」|『[^『』]{2,40}』|[„“][^„“”]{2,40}[“”]|"[^"]{2,40}"';
/** A name in quotation marks beside a date, not within a sentence: `«Амурские вести», 10 июня 2022`. */
const QUOTED_NAME = new RegExp(
  `(?<=^|[\\s,;|)）日])(?:${QUOTED})(?=$|\\s*(?:[.,;|•·，]|${FULL_DATE.source}|${BYLINE_LABEL}))`,
  'giu',
);
/** A paper or an agency by the end of its name, in a script that has no capitals to show a name: `黑河日报`. */
const PAPER =
  '(?!本)[\\p{Script=Han}\\p{Script=Katakana}ー]{1,10}?(?:[报報社网網]|新闻|新聞|周刊|週刊|电视台|電視台)';
const PAPER_ALONE = new RegExp(`^${PAPER}$`, 'u');
const SOURCE_LABEL = 'source|publisher|quelle|fuente|fonte|источник|джерело|来源|來源|出典';
const PAPER_BESIDE = new RegExp(
  `(?<=^|[\\s|])(?:(?:${SOURCE_LABEL})[:：] ?)?${PAPER}(?=$|[\\s|]|记者|記者)`,
  'giu',
);
/** `Источник: Амурские вести, 10 июня 2022`. */
const LABELLED_BEFORE_DATE = new RegExp(
  `(?<=^|[\\s|])(?:${SOURCE_LABEL})[:：] ?[^|:：\\d]{2,40}?(?=,? ${FULL_DATE.source})`,
  'giu',
);
const LABELLED_SOURCE = new RegExp(`^(?:${SOURCE_LABEL})\\s*[:：]\\s*(\\S[^:：]{1,40})$`, 'iu');

/** Longer lines are text. */
const MOST_CHARACTERS = 300;

/**
 * A line for the date's or the author's sake, with at most a time, labels and a short name beside it:
 * `(Xinhua) 11:02, May 15, 2024`, `World | By Ada Moss | 15 May 2024`, `Harbour Post, 15 May 2024. By Ada Moss`,
 * `10 июня 2022 года, «Амурские вести»`, `2022年6月10日 黑河日报 记者 李晓明`. The source is what stands in brackets,
 * in quotation marks, after a label, or has the ending of a paper's name.
 */
export function readPublicationLine(line: string): PublicationFacts | null {
  if (line.length > MOST_CHARACTERS) return null;
  const segments = segmentsOf(line);
  const read = segments.map((segment) => readDated(segment) ?? readByline(segment));
  const others = segments.filter((_, at) => read[at] === null);
  if (others.length === segments.length || !others.every(mayStandBeside)) return null;
  const source = others.map(readSourceName).find((name) => name !== null);
  return Object.assign(source === undefined ? {} : { source }, ...read.toReversed());
}

/** What bars part; beside a date also what its form shows to be a byline or a source. */
function segmentsOf(line: string): string[] {
  const parted = FULL_DATE.test(line)
    ? line
        .replace(GLUED_REPORTER, ' ')
        .replace(QUOTED_NAME, ' | $& | ')
        .replace(PAPER_BESIDE, ' | $& | ')
        .replace(LABELLED_BEFORE_DATE, ' | $& | ')
        .replace(DATE_BEFORE_BYLINE, ' | ')
        .replace(BEFORE_BYLINE_LABEL, ' | ')
        .replace(BYLINE_BEFORE_DATE, ' | ')
    : line;
  return parted
    .split(/[|•·]/)
    .map((segment) => segment.replace(/^[\s.,;，]+|[\s,;，]+$/g, ''))
    .filter((segment) => segment !== '');
}

function mayStandBeside(segment: string): boolean {
  return READING_TIME.test(segment) || readSourceName(segment) !== null || isShortName(segment);
}

function readSourceName(segment: string): string | null {
  if (PAPER_ALONE.test(segment)) return segment;
  const quoted = new RegExp(`^(?:${QUOTED})$`, 'u').test(segment) ? segment.slice(1, -1) : null;
  const name = quoted ?? LABELLED_SOURCE.exec(segment)?.[1] ?? '';
  // What was said is quoted too, and ends as a sentence.
  return /^[\p{Lu}\p{Lo}\d]/u.test(name) && !endsSentence(name) && wordCount(name) <= 5 ? name : null;
}

/** `By Ada Moss and Bo Lind, Harbour Post`, and nothing else, for a sentence may begin with "by" too. */
function readByline(segment: string): PublicationFacts | null {
  return isByline(segment) ? { authors: parseAuthorNames(segment) } : null;
}

function readDated(segment: string): PublicationFacts | null {
  if (!FULL_DATE.test(segment)) return null;
  const date = FULL_DATE.exec(publishedPart(segment) ?? '');
  const publishedAt = date === null ? null : parseArticleDate(date[0]);
  const rest = [EVERY_DATE, TIME, ZONE, LABEL, WEEKDAY, BRACKETS, /[\s,;:：，()[\]/–—-]+/g]
    .reduce((left, pattern) => left.replace(pattern, ' '), withoutDateLabels(segment))
    .trim();
  if (rest !== '' && !isShortName(rest)) return null;
  // A line about a change alone is a publication line too, and says nothing of the day.
  if (publishedAt === null) return date === null ? {} : null;
  return { publishedAt, ...readBrackets(segment) };
}

/** A byline or the source; `（金）` is a weekday. */
function readBrackets(segment: string): PublicationFacts {
  const inside = [...segment.matchAll(BRACKETS)]
    .map((match) => match[1]!.trim())
    .find((words) => words.length >= 2 && words.length <= 40 && words.replace(WEEKDAY, '') !== '');
  return inside === undefined ? {} : (readByline(inside) ?? { source: inside });
}

/** At most four words, as of a paper, a place or a section. */
function isShortName(words: string): boolean {
  const parts = words.trim().split(' ');
  return parts.length <= 4 && parts.every((word) => /^(?:\p{Lu}[\p{L}.'’&\d]*|of|and|the|&)$/u.test(word));
}

export interface GluedDate {
  readonly publishedAt: string;
  /** Where in the line what follows the date begins. */
  readonly rest: number;
}

/** A date that runs into a headline: ` date 2024-10-23 Mayor says …`. What follows begins a text of its own. */
export function readGluedDate(line: string): GluedDate | null {
  const label = /^\s*(?:(?:published|posted|date)(?: on| at)?\s*[:：]?\s*)?/i.exec(line)?.[0] ?? '';
  const after = line.slice(label.length, MOST_CHARACTERS);
  const date = FULL_DATE.exec(after);
  if (date === null || date.index !== 0) return null;
  const separator = /^(?:\s*[|–—:-])?\s+/.exec(after.slice(date[0].length))?.[0];
  const publishedAt = parseArticleDate(date[0]);
  if (separator === undefined || publishedAt === null) return null;
  const rest = label.length + date[0].length + separator.length;
  return /^["'“‘]?[\p{Lu}\p{Lo}\d]/u.test(line.slice(rest)) ? { publishedAt, rest } : null;
}

const HEADER_FIELDS = {
  title: 'title|headline|titel|заголовок|标题|標題',
  authors: 'authors?|byline|autor|автор|作者',
  publishedAt:
    'date|published(?: on| at)?|publication date|datum|дата(?: публик\\p{L}+)?|日期|发布(?:时间|日期)',
  source: SOURCE_LABEL,
  url: 'url|link',
};
const HEADER_FIELD = new RegExp(
  `^(?:${Object.entries(HEADER_FIELDS)
    .map(([name, labels]) => `(?<${name}>${labels})`)
    .join('|')})\\s*(?::\\s|：)\\s*(?<value>\\S.*)$`,
  'iu',
);

/** `Author: Ada Moss`, as exports of archives have it. */
export function readHeaderField(line: string): PublicationFacts | null {
  const field = HEADER_FIELD.exec(line.trim())?.groups;
  if (field === undefined) return null;
  const value = field.value!.trim();
  if (field.title !== undefined) return { title: value };
  if (field.url !== undefined) return URL.canParse(value) ? { url: value } : null;
  // With another label or the day behind it, the line says more than one thing.
  if (/\p{L}[:：](?!\/\/)/u.test(value)) return null;
  if (field.publishedAt !== undefined) {
    const publishedAt = parseArticleDate(value);
    return publishedAt === null ? null : { publishedAt };
  }
  if (FULL_DATE.test(value)) return null;
  return field.source === undefined ? { authors: givenAuthors(value) } : { source: value };
}
