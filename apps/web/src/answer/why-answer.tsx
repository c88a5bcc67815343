import type { Article } from '@footnote/client';
import { articleTitle } from '../article/article-title.ts';
import { Byline } from '../article/byline.tsx';
import type { Answer } from '../graphql/ask-fields.ts';
import { QuoteLink } from '../source/source-links.tsx';
import { PassageList } from './passage-list.tsx';

/** What an answer rests on: the passages that were read for it, and what else says the same. */
export function WhyAnswer({ answer }: { readonly answer: Answer }) {
  const same = sameStory(answer);
  return (
    <section className="why">
      <p>
        {`${count(answer.evidence.length, 'passage')} came closest to the question and ${
          answer.evidence.length === 1 ? 'was' : 'were'
        } read, best first. The sentence that most surely answers stands first; an answer is given from ${probability(
          answer.threshold,
        )}.`}
      </p>
      {same.length > 0 && (
        <>
          <h3 className="eyebrow mt-4">Other articles tell the same story</h3>
          <ul>
            {same.map((article) => (
              <li key={article.key} className="mt-1">
                <QuoteLink to={{ key: article.key, quote: null }} className="link">
                  {articleTitle(article)}
                </QuoteLink>{' '}
                <span className="text-muted">
                  <Byline article={article} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="eyebrow mt-4">Passages read</h3>
      <PassageList hits={answer.evidence} />
    </section>
  );
}

function sameStory(answer: Answer): readonly Article[] {
  const cited = new Set(answer.citations.map(({ article }) => article.key));
  const others = answer.citations
    .flatMap(({ article }) => article.duplicates)
    .filter(({ key }) => !cited.has(key));
  return [...new Map(others.map((article) => [article.key, article])).values()];
}

function probability(threshold: number): string {
  return `a chance of ${Math.round(threshold * 100)} in 100`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
