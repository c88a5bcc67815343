import type { Metadata } from 'next';
import { ProblemNotice } from '../../answer/problem-notice.tsx';
import { AddArticles } from '../../article/add-articles.tsx';
import { articlePath } from '../../article/article-path.ts';
import { articleTitle } from '../../article/article-title.ts';
import { Byline } from '../../article/byline.tsx';
import { indexCommand } from '../../graphql/home.ts';
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
    <div className="page">
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
    </div>
  );
}

function ArticleList({ page, begun }: { readonly page: ArticlesPage; readonly begun: boolean }) {
  const { articles, index } = page;
  if (index.articles === 0) {
    return <AddArticles command={indexCommand()} />;
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
            <a href={articlePath(node.key)} dir="auto">
              {articleTitle(node)}
            </a>
            <p className="text-muted text-sm">
              <Byline article={node} />
            </p>
          </li>
        ))}
      </ul>
      <nav aria-label="Pages of the list" className="mt-6 flex gap-6">
        {begun && (
          <a href="/articles" className="link">
            First page
          </a>
        )}
        {articles.pageInfo.hasNextPage && articles.pageInfo.endCursor !== null && (
          <a
            href={`/articles?${new URLSearchParams({ after: articles.pageInfo.endCursor })}`}
            className="link"
          >
            Next page
          </a>
        )}
      </nav>
    </>
  );
}
