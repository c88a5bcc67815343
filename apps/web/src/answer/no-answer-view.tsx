import { useId } from 'react';
import { IndexCommand } from '../article/index-command.tsx';
import type { NoAnswer } from '../graphql/ask-fields.ts';
import { frequencyWords } from './confidence-words.ts';
import { NearestPassageView } from './nearest-passage.tsx';
import { NO_ANSWER_REASONS } from './no-answer-reason.ts';

/** That the articles do not say, why, and what came closest. */
export function NoAnswerView({ noAnswer }: { readonly noAnswer: NoAnswer }) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="no-answer">
      <h3 id={headingId} className="font-serif text-xl">
        No answer in these articles
      </h3>
      <p className="mt-1">{NO_ANSWER_REASONS[noAnswer.reason]}</p>
      {noAnswer.reason === 'NOTHING_TO_SEARCH' && <IndexCommand />}
      {noAnswer.nearest.length > 0 && (
        <>
          <h4 className="eyebrow mt-5">Nearest passages</h4>
          <ol>
            {noAnswer.nearest.map((hit) => (
              <NearestPassageView key={hit.passage.id} hit={hit} />
            ))}
          </ol>
          <p className="mt-3 text-muted text-sm">
            Chance that a sentence of these answers: {frequencyWords(noAnswer.confidence)}. Footnote answers
            from {frequencyWords(noAnswer.threshold)}.
          </p>
        </>
      )}
    </section>
  );
}
