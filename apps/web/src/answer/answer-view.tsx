import type { Answer } from '../graphql/ask-fields.ts';
import { AnswerSentenceView } from './answer-sentence.tsx';
import { frequencyWords, sureness } from './confidence-words.ts';
import { SourceList } from './source-list.tsx';

/** An answer: its sentences with their citations, how sure it is, and its sources. */
export function AnswerView({ answer }: { readonly answer: Answer }) {
  return (
    <section aria-label="Answer">
      <div className="answer">
        {answer.sentences.map((sentence) => (
          <AnswerSentenceView
            key={sentence.citationNumbers.join()}
            sentence={sentence}
            citations={answer.citations}
          />
        ))}
      </div>
      <p className="mt-4 text-muted text-sm">
        {`${sureness(answer.confidence)}: about ${frequencyWords(answer.confidence)} such answers are right.`}
      </p>
      <SourceList answer={answer} />
    </section>
  );
}
