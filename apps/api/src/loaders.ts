import type {
  ArticleCitationClaim,
  CitationVerdict,
  Engine,
  Page,
  PageOf,
  PassagePlace,
  StoredArticle,
  StoredPassage,
} from '@footnote/engine';
import DataLoader from 'dataloader';

/** What many fields of one operation ask the index for, asked together: no field costs a call per row of a list. */
export interface Loaders {
  /** By key. */
  readonly article: DataLoader<string, StoredArticle | null>;
  readonly passage: DataLoader<PassagePlace, StoredPassage | null, string>;
  /** The same page of the passages of many articles, by their keys. */
  passages(page: Page): DataLoader<string, PageOf<StoredPassage> | null>;
  readonly citation: DataLoader<ArticleCitationClaim, CitationVerdict, string>;
}

/** They keep what they loaded, so each operation has its own. */
export function createLoaders(engine: Engine): Loaders {
  const cacheKeyFn = (key: object): string => JSON.stringify(key);
  const passagesByPage = new Map<string, DataLoader<string, PageOf<StoredPassage> | null>>();
  return {
    article: new DataLoader((keys) => engine.articlesByKey(keys)),
    passage: new DataLoader((places: readonly PassagePlace[]) => engine.passagesAt(places), { cacheKeyFn }),
    passages: (page) => {
      const shape = JSON.stringify([page.first, page.after]);
      const loader = passagesByPage.get(shape) ?? new DataLoader((keys) => engine.passages(keys, page));
      passagesByPage.set(shape, loader);
      return loader;
    },
    citation: new DataLoader((claims: readonly ArticleCitationClaim[]) => engine.checkCitations(claims), {
      cacheKeyFn,
    }),
  };
}
