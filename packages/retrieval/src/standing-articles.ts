import { tellSameFacts } from '@footnote/core';
import type { Candidate, Searcher } from '@footnote/index';

/**
 * Of several copies of one story among the candidates, best first, the one that stands for all: the first, unless a
 * newer one corrects it, with other figures, days or names. All others are its copies.
 */
export async function standingArticles(
  searcher: Pick<Searcher, 'articlesByKey'>,
  candidates: readonly Candidate[],
): Promise<ReadonlySet<string>> {
  const present = new Set(candidates.map(({ articleKey }) => articleKey));
  const standing = new Set<string>();
  const decided = new Set<string>();
  for (const { articleKey, duplicates } of candidates) {
    if (decided.has(articleKey)) continue;
    const copies = duplicates.filter((key) => present.has(key) && !decided.has(key));
    const story = [articleKey, ...copies];
    standing.add(copies.length === 0 ? articleKey : await newestVersion(searcher, story));
    for (const key of story) decided.add(key);
  }
  return standing;
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
