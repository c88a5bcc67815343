import { type ReactNode, useId } from 'react';
import { type Filter, isFiltering } from '../address/filter.ts';
import { sitePath } from '../address/site-path.ts';
import { dateInWords } from '../article/publication-date.ts';
import { filterWords } from '../filters/filter-words.ts';
import type { NoAnswer } from '../graphql/ask-fields.ts';
import { frequencyWords } from './certainty.ts';
import { NO_ANSWER_REASONS, NO_ANSWER_REMEDIES } from './no-answer-reason.ts';
import { PassageList } from './passage-list.tsx';

interface CollectionProps {
  readonly collection: NonNullable<NoAnswer['collection']>;
}

interface Props {
  readonly noAnswer: NoAnswer;
  /** Which articles were asked. */
  readonly filter: Filter;
  /** Whether it is the last of the conversation: a landmark, of which there can be one of a name. */
  readonly isLast?: boolean;
  /** How to try again. */
  readonly children?: ReactNode;
}

/** That the articles do not say, why, the passage that came closest, and what to try. */
export function NoAnswerView({ noAnswer, filter, isLast = true, children }: Props) {
  const headingId = useId();
  const { reason } = noAnswer;
  // No passage is near a question about all of them.
  const nearest = reason === 'ABOUT_COLLECTION' ? [] : noAnswer.nearest;
  const articles = new Set(nearest.map(({ passage }) => passage.article.key)).size;
  const searched = isFiltering(filter) ? `Searched ${filterWords(filter)}. ` : '';
  return (
    <section aria-labelledby={headingId} role={isLast ? undefined : 'group'} className="no-answer">
      <h3 id={headingId} className="font-serif text-xl">
        No answer in these articles
      </h3>
      <p className="mt-1">
        {searched}
        {NO_ANSWER_REASONS[reason]}
      </p>
      {noAnswer.explanation !== null && <p className="mt-1 text-muted text-sm">{noAnswer.explanation}</p>}
      {noAnswer.collection !== null && <CollectionFacts collection={noAnswer.collection} />}
      {nearest.length > 0 && (
        <>
          <h4 className="eyebrow mt-4">The closest passage</h4>
          <PassageList hits={nearest.slice(0, 1)} />
          <p className="text-muted text-sm">
            {`Not trusted: the chance that a sentence of these answers is ${frequencyWords(noAnswer.confidence)}; Footnote answers from ${frequencyWords(noAnswer.threshold)}.`}
          </p>
        </>
      )}
      {nearest.length > 1 && (
        <details className="more-passages">
          <summary>
            {`Nearest passages: 1 of ${nearest.length} shown, from ${articles === 1 ? '1 article' : `${articles} articles`}`}
          </summary>
          <PassageList hits={nearest.slice(1)} />
        </details>
      )}
      <p className="mt-4 text-sm">{NO_ANSWER_REMEDIES[reason]}</p>
      {children}
    </section>
  );
}

/** What there is: "There are 18 articles, from 24 March 2010 to 22 October 2024." */
function CollectionFacts({ collection: { articles, publishedFrom, publishedTo } }: CollectionProps) {
  const dates =
    publishedFrom === null || publishedTo === null
      ? ''
      : `, from ${dateInWords(publishedFrom)} to ${dateInWords(publishedTo)}`;
  return (
    <p className="mt-1">
      {articles === 1 ? 'There is ' : 'There are '}
      <a href={sitePath('/articles')} className="link">
        {articles.toLocaleString('en-GB')} {articles === 1 ? 'article' : 'articles'}
      </a>
      {dates}.
    </p>
  );
}
