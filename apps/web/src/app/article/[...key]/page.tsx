import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RemoveArticle } from '../../../adding/remove-article.tsx';
import { readPlace } from '../../../address/place.ts';
import { type Parameters, searchParameters } from '../../../address/search-parameters.ts';
import { ProblemNotice } from '../../../answer/problem-notice.tsx';
import { ReloadButton } from '../../../answer/reload-button.tsx';
import { keyOfPath } from '../../../article/article-path.ts';
import { titleOrOpening } from '../../../article/article-title.ts';
import { ArticleView } from '../../../article/article-view.tsx';
import { requestedSpan } from '../../../article/requested-span.ts';
import type { FullArticle } from '../../../graphql/article-query.ts';
import { indexCommand, loadHome } from '../../../graphql/home.ts';
import { indexStatusQuery } from '../../../graphql/index-status.ts';
import { loadArticle } from '../../../graphql/load-article.ts';
import { type OrProblem, orProblem } from '../../../graphql/or-problem.ts';
import { queryApi } from '../../../graphql/query-api.ts';
import { CitedQuotes } from '../../../kept/cited-quotes.tsx';
import { WayBack } from '../../../site/way-back.tsx';
import { Workspace } from '../../../workspace/workspace.tsx';

interface Props {
  readonly params: Promise<{ readonly key: string[] }>;
  readonly searchParams: Promise<Parameters>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { value } = await orProblem(loadRequested((await params).key));
  return value ? { title: titleOrOpening(value, value.text) } : {};
}

/** An article; the quote that the address names is marked. Where it names a conversation too, that stands beside it. */
export default async function ArticlePage({ params, searchParams }: Props) {
  const { key: segments } = await params;
  const parameters = searchParameters(await searchParams);
  const [requested, isWritable] = await Promise.all([orProblem(loadRequested(segments)), loadWritable()]);
  const key = keyOfPath(segments);
  if (readPlace('/', parameters).conversation !== null && key !== null) {
    const home = await orProblem(loadHome());
    const article = { key, fetched: requested };
    return <Workspace home={home} command={indexCommand()} initialTurns={[]} article={article} />;
  }
  return (
    <div className="page">
      <WayBack />
      <ArticleAlone requested={requested} parameters={parameters} isWritable={isWritable} />
    </div>
  );
}

interface AloneProps {
  readonly requested: OrProblem<FullArticle | null>;
  readonly parameters: URLSearchParams;
  /** Whether articles may be removed here. */
  readonly isWritable: boolean;
}

function ArticleAlone({ requested: { value: article, problem }, parameters, isWritable }: AloneProps) {
  if (problem !== undefined) {
    return (
      <ProblemNotice title="The article cannot be shown now" problem={problem}>
        <ReloadButton />
      </ProblemNotice>
    );
  }
  if (article === null) {
    notFound();
  }
  const span = (start: string, end: string) =>
    requestedSpan(parameters.get(start), parameters.get(end), article.text);
  return (
    <>
      <ArticleView
        article={article}
        quote={span('start', 'end')}
        answer={span('answerStart', 'answerEnd')}
        heading="h1"
      />
      {isWritable && (
        <div className="mt-8 text-sm">
          <RemoveArticle articleKey={article.key} />
        </div>
      )}
      <CitedQuotes articleKey={article.key} />
    </>
  );
}

async function loadRequested(segments: readonly string[]) {
  const key = keyOfPath(segments);
  return key === null ? null : await loadArticle(key);
}

async function loadWritable(): Promise<boolean> {
  const { value } = await orProblem(queryApi(indexStatusQuery, {}));
  return Boolean(value?.index.uploadLimits);
}
