import { dateInWords } from '../article/publication-date.ts';
import type { AnswerSentence, Citation } from '../graphql/ask-fields.ts';
import { CitationLink } from './citation-link.tsx';
import { EmphasisedQuote } from './emphasised-quote.tsx';
import { quoteContext } from './quote-context.ts';

interface Props {
  readonly sentence: AnswerSentence;
  readonly citations: readonly Citation[];
}

/**
 * A sentence of an answer between the sentences that it stands between, with the numbers of its citations and when
 * its article was published.
 */
export function AnswerSentenceView({ sentence, citations }: Props) {
  const cited = citations.filter((citation) => sentence.citationNumbers.includes(citation.number));
  const quoted = cited.find((citation) => citation.quote === sentence.text) ?? cited[0];
  if (quoted === undefined) {
    return <p className="answer-sentence">{sentence.text}</p>;
  }
  const { before, after } = withoutRepeats(quoted, citations);
  const { publishedAt, language } = quoted.article;
  return (
    <p className="answer-sentence" dir="auto" lang={language ?? undefined}>
      {before !== null && <span className="quote-context">{before} </span>}
      <q>
        <EmphasisedQuote citation={quoted} />
      </q>
      {cited.map((citation) => (
        <sup key={citation.number}>
          <CitationLink citation={citation} />
        </sup>
      ))}
      {publishedAt !== null && (
        <>
          {' '}
          <time lang="en" className="quote-date" dateTime={publishedAt}>
            {dateInWords(publishedAt)}
          </time>
        </>
      )}
      {after !== null && <span className="quote-context"> {after}</span>}
    </p>
  );
}

/** A sentence that is quoted itself is not shown a second time beside another. */
function withoutRepeats(citation: Citation, citations: readonly Citation[]) {
  const { before, after } = quoteContext(citation);
  const isQuoted = (text: string | null): boolean => citations.some(({ quote }) => quote === text);
  return { before: isQuoted(before) ? null : before, after: isQuoted(after) ? null : after };
}
