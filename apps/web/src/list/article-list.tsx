import { articlePath } from '../article/article-path.ts';
import { titleOrOpening } from '../article/article-title.ts';
import { Byline } from '../article/byline.tsx';
import { type ArticlesPage, PAGE_SIZE } from '../graphql/load-articles.ts';
import { fromStart, type Listing, listHref } from './listing.ts';

interface Props {
  readonly listing: Listing;
  readonly page: ArticlesPage;
}

/** A page of the list, and the way to the others. */
export function ArticleList({ listing, page: { articles, index } }: Props) {
  const { totalCount, edges } = articles;
  const isAll = totalCount === index.articles;
  return (
    <>
      <p className="mt-4 text-muted text-sm">
        {isAll ? '' : `${totalCount.toLocaleString('en-GB')} of `}
        {counted(index.articles, 'article')}
        {isAll && ` in the index, ${counted(index.passages, 'passage')}`}
      </p>
      {edges.length === 0 && <p className="mt-6">No article fits. Take a filter back, or search for less.</p>}
      <ul className="article-list">
        {edges.map(({ node }) => (
          <li key={node.key}>
            <a href={articlePath(node.key)} dir="auto">
              {titleOrOpening(node, node.passages.edges[0]?.node.text)}
            </a>
            <p className="text-muted text-sm" dir="auto">
              <Byline article={node} />
            </p>
          </li>
        ))}
      </ul>
      <PageLinks listing={listing} articles={articles} />
    </>
  );
}

function PageLinks({
  listing,
  articles,
}: {
  readonly listing: Listing;
  readonly articles: ArticlesPage['articles'];
}) {
  const { totalCount, pageInfo } = articles;
  const pages = Math.max(1, Math.ceil(totalCount / PAGE_SIZE));
  if (pages === 1) {
    return null;
  }
  const link = (name: string, to: Listing) => (
    <a href={listHref(to)} className="link">
      {name}
    </a>
  );
  const { startCursor, endCursor, hasNextPage, hasPreviousPage } = pageInfo;
  const page = Math.min(listing.page, pages);
  return (
    <nav aria-label="Pages of the list" className="page-links">
      {hasPreviousPage && link('First', fromStart(listing))}
      {hasPreviousPage &&
        startCursor !== null &&
        link('Previous', { ...listing, page: Math.max(1, page - 1), position: { before: startCursor } })}
      <span>
        Page {page.toLocaleString('en-GB')} of {pages.toLocaleString('en-GB')}
      </span>
      {hasNextPage &&
        endCursor !== null &&
        link('Next', { ...listing, page: page + 1, position: { after: endCursor } })}
      {hasNextPage && link('Last', { ...listing, page: pages, position: { isLast: true } })}
    </nav>
  );
}

function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;
}
