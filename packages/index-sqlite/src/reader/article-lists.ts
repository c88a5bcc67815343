import {
  type ArticleListRequest,
  type ArticleOrder,
  compareListPositions,
  type ListPosition,
  listedText,
  listedTextPredicate,
  listPosition,
} from '@footnote/index';
import type { ArticleCatalog } from '../storage/article-catalog.ts';
import type { ArticleRow } from '../storage/article-rows.ts';
import { articlePredicate } from './filter-articles.ts';

export interface ListedArticle {
  readonly row: ArticleRow;
  readonly position: ListPosition;
}

/** Lists the articles of a catalog. Each order is kept until the catalog changes, and each article's text for longer. */
export class ArticleLists {
  readonly #catalog: ArticleCatalog;
  readonly #orders = new Map<ArticleOrder, { revision: number; list: readonly ListedArticle[] }>();
  /** What a query is looked for in. */
  readonly #texts = new WeakMap<ArticleRow, string>();

  constructor(catalog: ArticleCatalog) {
    this.#catalog = catalog;
  }

  /** All articles that pass, in order. */
  list({ filter, query, orderBy = 'KEY' }: ArticleListRequest): readonly ListedArticle[] {
    const passes = articlePredicate(filter);
    const matches = listedTextPredicate(query);
    const all = this.#inOrder(orderBy);
    if (!passes && !matches) return all;
    return all.filter(({ row }) => (!passes || passes(row)) && (!matches || matches(this.#textOf(row))));
  }

  #inOrder(order: ArticleOrder): readonly ListedArticle[] {
    const { revision, rows } = this.#catalog;
    const known = this.#orders.get(order);
    if (known?.revision === revision) return known.list;
    const list = rows
      .map((row) => ({ row, position: listPosition(row, order) }))
      .sort((a, b) => compareListPositions(a.position, b.position, order));
    this.#orders.set(order, { revision, list });
    return list;
  }

  #textOf(row: ArticleRow): string {
    let text = this.#texts.get(row);
    if (text === undefined) {
      text = listedText(row);
      this.#texts.set(row, text);
    }
    return text;
  }
}
