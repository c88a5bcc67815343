import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProblemNotice } from '../../../answer/problem-notice.tsx';
import { ReloadButton } from '../../../answer/reload-button.tsx';
import { keyOfPath } from '../../../article/article-path.ts';
import { articleTitle } from '../../../article/article-title.ts';
import { ArticleView } from '../../../article/article-view.tsx';
import { requestedSpan } from '../../../article/requested-span.ts';
import { loadArticle } from '../../../graphql/load-article.ts';
import { orProblem } from '../../../graphql/or-problem.ts';

type Parameter = string | string[] | undefined;

interface Props {
  readonly params: Promise<{ readonly key: string[] }>;
  readonly searchParams: Promise<Readonly<Record<string, Parameter>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { value } = await orProblem(loadRequested((await params).key));
  return value ? { title: articleTitle(value) } : {};
}

/** An article; the quote that the address names is marked. */
export default async function ArticlePage({ params, searchParams }: Props) {
  const { value: article, problem } = await orProblem(loadRequested((await params).key));
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
  const { start, end, answerStart, answerEnd } = await searchParams;
  return (
    <ArticleView
      article={article}
      quote={requestedSpan(start, end, article.text)}
      answer={requestedSpan(answerStart, answerEnd, article.text)}
    />
  );
}

async function loadRequested(segments: readonly string[]) {
  const key = keyOfPath(segments);
  return key === null ? null : await loadArticle(key);
}
