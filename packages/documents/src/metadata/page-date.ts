import type { PageElement } from '../dom.ts';
import { wordsOf } from '../phrases/words.ts';
import { dateInFileName, dateInUrl, parseArticleDate } from './article-date.ts';
import { textOf } from './json-ld.ts';
import type { PageStatements } from './page-statements.ts';
import { publishedPart, saysPublished } from './published-part.ts';
import { FULL_DATE } from './written-date.ts';

const PUBLISHED_META = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'date_published',
  'published',
  'published_at',
  'publication_date',
  'publish-date',
  'publishdate',
  'publish_date',
  'pubdate',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'dcterms.created',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'originalpublicationdate',
  'article.published',
  'displaydate',
  'date',
  'search:contentdate',
  'datecreated',
  'bt:pubdate',
  'citation_publication_date',
  'citation_date',
];
const CHANGED_META = ['article:modified_time', 'datemodified', 'last-modified', 'og:updated_time'];

/** Microdata, `<time pubdate>`, hAtom and microformats 2 mark the day of publication, on whatever element. */
const DATE_MARK = '[itemprop~="datePublished"], time[pubdate], .published[title], .dt-published, .entry-date';

export interface PageDateHints {
  readonly fileName: string | null;
  /** The lines that the page shows between its headline and its text. */
  readonly linesAfterHeadline: readonly string[];
  /** Those of them that the page itself marks as saying who wrote the article, and when. */
  readonly markedLines: readonly string[];
  /** Names that may stand in the publication line: the authors' and the source's. */
  readonly names: readonly string[];
}

/**
 * The day the article was published: JSON-LD, meta elements, what the page marks as such, the publication line shown, any
 * `<time>` of the article, the address and the file name, in that order of trust. A page that was published again shows
 * the day of the version it holds: that day counts where it lies between what the page declares as first publication and
 * as last change.
 */
export function readPublicationDate(page: PageStatements, hints: PageDateHints): string | null {
  const declared = dateOf(page.jsonLd?.datePublished) ?? metaDate(page);
  const shown = shownDate(hints) ?? dateOf(page.meta.first('date'));
  if (declared) return isRepublication({ page, declared, shown }) ? shown : declared;
  return (
    onlyDay(page, [...page.document.querySelectorAll(DATE_MARK)]) ??
    shown ??
    onlyDay(page, [...page.document.querySelectorAll('time:not([itemprop="dateModified"])')]) ??
    markedDay(hints) ??
    dateInUrl(page.url ?? '') ??
    dateInFileName(hints.fileName ?? '')
  );
}

function metaDate({ meta }: PageStatements): string | null {
  for (const name of PUBLISHED_META) {
    const date = dateOf(meta.first(name));
    if (date) return date;
  }
  return null;
}

function isRepublication(dates: { page: PageStatements; declared: string; shown: string | null }): boolean {
  const { page, declared, shown } = dates;
  const changed = dateOf(page.jsonLd?.dateModified) ?? dateOf(page.meta.first(...CHANGED_META));
  return shown !== null && changed !== null && declared < shown && shown <= changed;
}

/** The day that the article's own among these elements name, where it is one and the same. */
function onlyDay(page: PageStatements, elements: readonly PageElement[]): string | null {
  const days = new Set(elements.filter((element) => page.isOwn(element)).map(dayOf));
  days.delete(null);
  return days.size === 1 ? [...days][0]! : null;
}

function dayOf(element: PageElement): string | null {
  const machineReadable = ['content', 'datetime', 'title'].map((name) => dateOf(element.getAttribute(name)));
  return machineReadable.find((day) => day !== null) ?? dateOf(element.textContent);
}

const LONGEST_LINE = 120;
/** What a publication line may hold beside its date and names. */
const LINE_WORDS = new Set(
  (
    'published posted first originally publication issued released date on at by in and the of am pm a p m h min read reading time uhr um le el em il del de ' +
    'est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst ist cet cest aest ago publicado publicada publié veröffentlicht pubblicato ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo ' +
    'de del à a las alle ore uur kl vom 公開 公開日 発行日 配信日 投稿日 日付 发布 发布时间 发布日期 發布時間 发表于 时间 日期 ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun'
  ).split(' '),
);

/** A line that says "Published" counts before one that is a date alone. */
function shownDate({ linesAfterHeadline, names }: PageDateHints): string | null {
  const nameWords = new Set(names.flatMap(wordsOf));
  const days = linesAfterHeadline.flatMap((line) => {
    const part = line.length > LONGEST_LINE ? null : publishedPart(line);
    const day = part === null ? null : parseArticleDate(part);
    return day !== null && isPublicationLine(part!, nameWords) ? [{ day, isSaid: saysPublished(line) }] : [];
  });
  return (days.find(({ isSaid }) => isSaid) ?? days[0])?.day ?? null;
}

const EVERY_DATE = new RegExp(FULL_DATE.source, 'giu');

/** The one day named in what the page marks as byline, whatever else stands there: a section, the count of comments. */
function markedDay({ markedLines }: PageDateHints): string | null {
  const days = new Set(
    markedLines
      .filter((line) => line.length <= LONGEST_LINE)
      .flatMap((line) => (publishedPart(line) ?? '').match(EVERY_DATE) ?? [])
      .map(parseArticleDate),
  );
  return days.size === 1 ? [...days][0]! : null;
}

/** Whether a line says no more than when, and by whom, the article was published: "Founded May 3, 1998" is none. */
function isPublicationLine(line: string, nameWords: ReadonlySet<string>): boolean {
  const afterByline = line.replace(/^by\s+[^,|•·]{2,40}[,|•·]/i, '');
  return wordsOf(afterByline).every(
    (word) => LINE_WORDS.has(word) || nameWords.has(word) || isDateWord(word),
  );
}

function isDateWord(word: string): boolean {
  return (
    /^\d{1,4}(?:st|nd|rd|th|am|pm|h|er)?$|^(?:\d{1,4}[年月日号號时時分秒년월일시분])+\d*$/u.test(word) ||
    parseArticleDate(`1 ${word} 2000`) !== null
  );
}

function dateOf(value: unknown): string | null {
  const text = textOf(value);
  return text ? parseArticleDate(text) : null;
}
