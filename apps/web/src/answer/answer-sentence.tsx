import type { AnswerSentence, Citation } from '../graphql/ask-fields.ts';
import { CitationLink } from './citation-link.tsx';
import { EmphasisedQuote } from './emphasised-quote.tsx';

interface Props {
  readonly sentence: AnswerSentence;
  readonly citations: readonly Citation[];
}

/** A sentence of an answer, with the numbers of the citations that it is quoted from. */
export function AnswerSentenceView({ sentence, citations }: Props) {
  const cited = citations.filter((citation) => sentence.citationNumbers.includes(citation.number));
  const quoted = cited.find((citation) => citation.quote === sentence.text);
  return (
    <p className="answer-sentence" dir="auto" lang={cited[0]?.article.language ?? undefined}>
      {quoted === undefined ? sentence.text : <EmphasisedQuote citation={quoted} />}
      {cited.map((citation) => (
        <sup key={citation.number}>
          <CitationLink citation={citation} />
        </sup>
      ))}
    </p>
  );
}
