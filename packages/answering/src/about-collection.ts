import type { IndexReader } from '@footnote/index';
import type { Collection } from './ask-result.ts';

const ARTICLES = '(?:articles|documents|texts|stories|sources|news|collection|corpus|archive|index|files)';
const ABOUT_COLLECTION = [
  `^how many ${ARTICLES}(?: (?:are|do|does|did|have|has|can|is|in|from)\\b.{0,60})?$`,
  `\\b(?:what|which) ${ARTICLES} (?:are there|do you (?:have|know|hold)|are (?:here|indexed|in (?:the|this|your) (?:collection|index|archive)))`,
  `\\bwhat (?:are|is) (?:the|these|this|those|your|my|all the)? ?${ARTICLES} about$`,
  `\\bwhat (?:can|could|may) (?:i|we|one|you) (?:ask|search|answer)`,
  `\\bwhat do(?:es)? (?:you|the|these|this|your) ?${ARTICLES}? ?(?:know|contain|cover|hold)(?: about)?$`,
  `\\b(?:how old|how recent|when|what period|which (?:years|dates|period)).{0,30}\\b(?:oldest|newest|latest|earliest|most recent|first|last)? ?${ARTICLES}(?: (?:written|published|from|cover|covered))*$`,
  `^(?:list|show)(?: me)? (?:all |the |your )*${ARTICLES}$`,
].map((pattern) => new RegExp(pattern, 'iu'));

/** Whether a question is about the articles as a collection, which no sentence of theirs answers. */
export function asksAboutCollection(question: string): boolean {
  const bare = question.trim().replace(/[\s?.!]+$/u, '');
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
