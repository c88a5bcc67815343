import { wordsOf } from '../phrases/words.ts';
import { dateInFileName, dateInUrl, parseArticleDate } from './article-date.ts';
import { textOf } from './json-ld.ts';
import { firstMeta } from './meta-tags.ts';
import type { PageStatements } from './page-title.ts';

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

export interface PageDateHints {
  readonly url: string | null;
  readonly fileName: string | null;
  /** The lines that the page shows between its headline and its text. */
  readonly linesAfterHeadline: readonly string[];
  /** Names that may stand in the publication line: the authors' and the source's. */
  readonly names: readonly string[];
}

/**
 * The day the article was published: JSON-LD, meta elements, `<time>`, the publication line shown, the address and the
 * file name, in that order of trust. A page that was published again shows the day of the version it holds: that day
 * counts where it lies between what the page declares as first publication and as last change.
 */
export function readPublicationDate(page: PageStatements, hints: PageDateHints): string | null {
  const declared = dateOf(page.jsonLd?.datePublished) ?? metaDate(page);
  const shown = shownDate(hints) ?? dateOf(page.meta.get('date'));
  if (declared) return isRepublication({ page, declared, shown }) ? shown : declared;
  return timeElementDate(page) ?? shown ?? dateInUrl(hints.url ?? '') ?? dateInFileName(hints.fileName ?? '');
}

function metaDate({ meta }: PageStatements): string | null {
  for (const name of PUBLISHED_META) {
    const date = dateOf(meta.get(name));
    if (date) return date;
  }
  return null;
}

function isRepublication(dates: { page: PageStatements; declared: string; shown: string | null }): boolean {
  const { page, declared, shown } = dates;
  const changed =
    dateOf(page.jsonLd?.dateModified) ??
    dateOf(
      firstMeta(page.meta, ['article:modified_time', 'datemodified', 'last-modified', 'og:updated_time']),
    );
  return shown !== null && changed !== null && declared < shown && shown <= changed;
}

function timeElementDate({ document }: PageStatements): string | null {
  const times = [...document.getElementsByTagName('time')];
  const marked = times.filter(
    (time) => time.getAttributeNode('pubdate') || time.getAttribute('itemprop') === 'datePublished',
  );
  const days = new Set(
    (marked.length > 0 ? marked : times).map((time) =>
      dateOf(time.getAttribute('datetime') ?? time.textContent),
    ),
  );
  days.delete(null);
  return days.size === 1 ? [...days][0]! : null;
}

const UPDATE_LABEL = /\b(?:updat|modif|edited|revis|aktualisiert|mis à jour|actualizado|atualizad)/i;
const LONGEST_LINE = 120;
/** What a publication line may hold beside its date and names. */
const LINE_WORDS = new Set(
  (
    'published posted first originally publication date on at by in and the of am pm a p m h min read reading time uhr um le el em il del de ' +
    'est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst ist cet cest aest ago publicado publicada publié veröffentlicht pubblicato ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun'
  ).split(' '),
);

function shownDate({ linesAfterHeadline, names }: PageDateHints): string | null {
  const nameWords = new Set(names.flatMap(wordsOf));
  for (const line of linesAfterHeadline) {
    if (line.length > LONGEST_LINE || UPDATE_LABEL.test(line)) continue;
    const date = parseArticleDate(line);
    if (date && isPublicationLine(line, nameWords)) return date;
  }
  return null;
}

/** Whether a line says no more than when, and by whom, the article was published: "Founded May 3, 1998" is none. */
function isPublicationLine(line: string, nameWords: ReadonlySet<string>): boolean {
  const afterByline = line.replace(/^by\s+[^,|•·]{2,40}[,|•·]/i, '');
  return wordsOf(afterByline).every(
    (word) => LINE_WORDS.has(word) || nameWords.has(word) || isDateWord(word),
  );
}

function isDateWord(word: string): boolean {
  return /^\d{1,4}(?:st|nd|rd|th|am|pm|h)?$/.test(word) || parseArticleDate(`1 ${word} 2000`) !== null;
}

function dateOf(value: unknown): string | null {
  const text = textOf(value);
  return text ? parseArticleDate(text) : null;
}
