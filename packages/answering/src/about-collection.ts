import type { IndexReader } from '@footnote/index';
import type { Collection } from './ask-result.ts';

const ARTICLE = '(?:article|document|text|story|file)';
const ARTICLES = '(?:(?:news )?(?:articles|documents|texts|stories|files)|news)';
const COLLECTION = '(?:collection|corpus|archive|index|library|database)';
const SOURCES =
  '(?:sources|(?:news)?papers|publications|outlets|publishers|magazines|sites|websites|authors|writers|journalists)';
const SUBJECTS = '(?:topics?|subjects?|themes?|languages?|countries|events)';
/** The articles at hand, and no others. */
const THESE = `(?:(?:all )?(?:the|these|those|this|your|my) (?:${ARTICLES}|${COLLECTION})(?: here)?|these|you)`;
const HERE = `(?:here|there|indexed|included|available|in total|you|we|i|(?:in|of|from) ${THESE}|in here)`;
const HAVE = '(?:have|got|know|hold|cover|contain|use|include|search)';
const ARE_THERE = `(?: (?:are|is|do|does|have|has|can|in|of|from|${HERE}|${HAVE}))*`;

const ABOUT_COLLECTION = [
  `how many (?:${ARTICLES}|${SOURCES}|languages)${ARE_THERE}`,
  // Of sites, papers and authors there are others: "how many sites are included on the heritage list?"
  `how many (?:${ARTICLES}${ARE_THERE}|${SOURCES} do (?:you|we|i) ${HAVE}) (?:about|on|mention|by) .{1,60}`,
  `how (?:big|large) is ${THESE}`,
  `do you have (?:any |some )?${ARTICLES}`,
  `(?:what|which) (?:${ARTICLES}|${SOURCES})(?: (?:are|is|do|does|come|were|${THESE}|from|${HERE}|${HAVE}))*`,
  `(?:what|who) are (?:the|your|their) ${SOURCES}(?: (?:of|in|for) ${THESE})?`,
  `where (?:do|are) ${THESE} (?:come )?from`,
  `who (?:wrote|writes|published|made) ${THESE}`,
  `(?:what|which) (?:(?:time|date) )?(?:periods?|spans?|years|dates|range|time|months) (?:(?:do|does|is|are) )?(?:${THESE} )?(?:cover|covered|span|spanned|come from|date from|from|available)`,
  `from when (?:to|until|till) when (?:do|does|are|is) ${THESE}(?: \\p{L}+)?`,
  `how far back (?:do|does) ${THESE} (?:go|reach|date)(?: back)?`,
  `what is the (?:(?:date|time) (?:range|span)|period) (?:of|covered by) ${THESE}`,
  `(?:when|what|which|how (?:old|recent))(?:'s| is| was| are| were)? (?:the|your) (?:oldest|newest|latest|earliest|most recent|first|last) ${ARTICLE}(?:s|(?<=stor)ies)?(?: (?:from|written|published|dated|${HERE}|have|${HAVE}))*`,
  `what(?:'s| is) (?:in ${THESE}|${THESE} about|(?:this|your) ${COLLECTION})`,
  `what(?:'s| is) (?:in here|here|this about)`,
  `what are ${THESE} about`,
  `(?:what|which) ${SUBJECTS}(?: (?:do|does|are|is|${THESE}|covered|discussed|${HERE}|${HAVE}|deal with|in|about))+`,
  `what (?:can|could|may|do|does) (?:i|we|one|you|${THESE}) (?:ask|search|answer|find|read|tell|${HAVE})(?: me| you| here| for| about)*`,
  `(?:list|show|give|name|tell)(?: (?:me|all|the|your|of|these|those|an?|overview|summary|titles|headlines))* (?:${ARTICLES}|${SOURCES}|titles|headlines)`,
  `summari[sz]e (?:all |the |these |your )*(?:${ARTICLES}|${COLLECTION})`,
  `what are (?:the|their|your) (?:titles|headlines)(?: of ${THESE})?`,
].map((pattern) => new RegExp(`^${pattern}$`, 'iu'));

/** Whether a question is about the articles as a collection, which no sentence of theirs answers. */
export function asksAboutCollection(question: string): boolean {
  const bare = question
    .trim()
    .replace(/[\s?.!]+$/u, '')
    .replaceAll('’', "'");
  return ABOUT_COLLECTION.some((pattern) => pattern.test(bare));
}

/** Most sources that are named. */
const MOST_SOURCES = 20;

/** How many articles there are, from when to when, and from whom. */
export async function describeCollection(index: IndexReader): Promise<Collection> {
  return await index.withSearcher(async (searcher) => {
    const [oldest, newest, facets, articles] = await Promise.all([
      searcher.articles({ orderBy: 'OLDEST', first: 1 }),
      searcher.articles({ orderBy: 'NEWEST', first: 1 }),
      searcher.facets(),
      searcher.countArticles(),
    ]);
    return {
      articles,
      publishedFrom: oldest.items[0]?.item.publishedAt ?? null,
      publishedTo: newest.items[0]?.item.publishedAt ?? null,
      sources: facets.sources.slice(0, MOST_SOURCES).map(({ value }) => value),
    };
  });
}
