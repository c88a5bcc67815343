import type { Metadata } from 'next';
import Link from 'next/link';
import { ProblemNotice } from '../../answer/problem-notice.tsx';
import { AddArticles } from '../../article/add-articles.tsx';
import { articlePath } from '../../article/article-path.ts';
import { articleTitle } from '../../article/article-title.ts';
import { Byline } from '../../article/byline.tsx';
import { type ArticlesPage, loadArticles } from '../../graphql/load-articles.ts';
import { orProblem } from '../../graphql/or-problem.ts';

export const metadata: Metadata = { title: 'Articles' };

interface Props {
  readonly searchParams: Promise<{ readonly after?: string | readonly string[] }>;
}

/** All articles, a page at a time. */
export default async function ArticlesListPage({ searchParams }: Props) {
  const { after } = await searchParams;
  const cursor = typeof after === 'string' ? after : null;
  const { value, problem } = await orProblem(loadArticles(cursor));
  return (
    <>
      <h1 className="page-title">Articles</h1>
      {value ? (
        <ArticleList page={value} begun={cursor !== null} />
      ) : (
        <ProblemNotice title="The articles cannot be listed" problem={problem}>
          <a href="/articles" className="link">
            Try again from the first page
          </a>
        </ProblemNotice>
      )}
    </>
  );
}

function ArticleList({ page, begun }: { readonly page: ArticlesPage; readonly begun: boolean }) {
  const { articles, index } = page;
  if (index.articles === 0) {
    return <AddArticles />;
  }
  return (
    <>
      <p className="mt-1 text-muted">
        {index.articles.toLocaleString('en-GB')} {index.articles === 1 ? 'article' : 'articles'} in the index,{' '}
        {index.passages.toLocaleString('en-GB')} {index.passages === 1 ? 'passage' : 'passages'}
      </p>
      <ul className="article-list">
        {articles.edges.map(({ node }) => (
          <li key={node.key}>
            <Link href={articlePath(node.key)} prefetch={false} dir="auto">
              {articleTitle(node)}
            </Link>
            <p className="text-muted text-sm">
              <Byline article={node} />
            </p>
          </li>
        ))}
      </ul>
      <nav aria-label="Pages of the list" className="mt-6 flex gap-6">
        {begun && (
          <Link href="/articles" prefetch={false} className="link">
            First page
          </Link>
        )}
        {articles.pageInfo.hasNextPage && articles.pageInfo.endCursor !== null && (
          <Link
            href={`/articles?${new URLSearchParams({ after: articles.pageInfo.endCursor })}`}
            prefetch={false}
            className="link"
          >
            Next page
          </Link>
        )}
      </nav>
    </>
  );
}
