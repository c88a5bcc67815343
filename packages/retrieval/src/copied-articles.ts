import { tellSameFacts } from '@footnote/core';
import type { Candidate, Searcher } from '@footnote/index';

/**
 * Of several copies of one story among the candidates, best first, all but the one that stands for them: the first, unless
 * a newer one corrects it, with other figures, days or names.
 */
export async function copiedArticles(
  searcher: Pick<Searcher, 'articlesByKey'>,
  candidates: readonly Candidate[],
): Promise<ReadonlySet<string>> {
  const copies = new Set<string>();
  // Most articles have no duplicates, and most searches find none that has.
  const inQuestion = candidates.filter(({ duplicates }) => duplicates.length > 0);
  const present = new Set(inQuestion.map(({ articleKey }) => articleKey));
  const decided = new Set<string>();
  for (const { articleKey, duplicates } of inQuestion) {
    if (decided.has(articleKey)) continue;
    const story = [articleKey, ...duplicates.filter((key) => present.has(key) && !decided.has(key))];
    const standing = story.length === 1 ? articleKey : await newestVersion(searcher, story);
    for (const key of story) {
      decided.add(key);
      if (key !== standing) copies.add(key);
    }
  }
  return copies;
}

async function newestVersion(
  searcher: Pick<Searcher, 'articlesByKey'>,
  story: readonly string[],
): Promise<string> {
  const [first, ...others] = await searcher.articlesByKey(story);
  let newest = first;
  for (const other of others) {
    const isNewer = (other?.publishedAt ?? '') > (newest?.publishedAt ?? '9999');
    if (first && other && isNewer && !tellSameFacts(first.text, other.text)) newest = other;
  }
  return newest?.key ?? story[0]!;
}
