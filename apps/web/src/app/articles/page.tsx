import type { Metadata } from 'next';
import { AddButton } from '../../adding/add-button.tsx';
import { readFilter } from '../../address/filter.ts';
import { type Parameters, searchParameters } from '../../address/search-parameters.ts';
import { sitePath } from '../../address/site-path.ts';
import { ProblemNotice } from '../../answer/problem-notice.tsx';
import { AddArticles } from '../../article/add-articles.tsx';
import { indexCommand } from '../../graphql/home.ts';
import { loadArticles } from '../../graphql/load-articles.ts';
import { orProblem } from '../../graphql/or-problem.ts';
import { ArticleList } from '../../list/article-list.tsx';
import { ListSearch } from '../../list/list-search.tsx';
import { listHref, readListing } from '../../list/listing.ts';
import { RememberList } from '../../site/remember-list.tsx';

export const metadata: Metadata = { title: 'Articles' };

interface Props {
  readonly searchParams: Promise<Parameters>;
}

/** All articles, a page at a time: to search, sort and filter, with and without scripts. */
export default async function ArticlesPage({ searchParams }: Props) {
  const parameters = searchParameters(await searchParams);
  const listing = { ...readListing(parameters), filter: readFilter(parameters) };
  const { value, problem } = await orProblem(loadArticles(listing));
  return (
    <div className="page">
      <h1 className="page-title">Articles</h1>
      <RememberList href={listHref(listing)} />
      {problem !== undefined && (
        <ProblemNotice title="The articles cannot be listed" problem={problem}>
          <a href={sitePath('/articles')} className="link">
            Try again from the first page
          </a>
        </ProblemNotice>
      )}
      {value?.index.articles === 0 && (
        <AddArticles command={indexCommand()} isWritable={value.index.uploadLimits !== null} />
      )}
      {value !== undefined && value.index.articles > 0 && (
        <>
          {value.index.uploadLimits !== null && (
            <p className="mt-2">
              <AddButton />
            </p>
          )}
          <ListSearch listing={listing} facets={value.facets} />
          <ArticleList listing={listing} page={value} />
        </>
      )}
    </div>
  );
}
