import { sitePath } from '../address/site-path.ts';

interface Props {
  readonly questions: readonly string[];
  readonly onAsk: (question: string) => void;
}

/** Questions to begin with: links to `/?q=` until scripts have loaded. */
export function StarterQuestions({ questions, onAsk }: Props) {
  return (
    <section aria-label="Questions to begin with" className="mt-8">
      <p className="eyebrow">For example</p>
      <ul className="starters">
        {questions.map((question) => (
          <li key={question}>
            <a
              href={`${sitePath('/')}?${new URLSearchParams({ q: question })}`}
              onClick={(event) => {
                event.preventDefault();
                onAsk(question);
              }}
            >
              {question}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
