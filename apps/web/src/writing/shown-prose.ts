import type { Answer, Citation } from '../graphql/ask-fields.ts';
import type { Prose, Written } from '../graphql/prose.ts';

interface ShownSentence {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** What a reader is told of the prose of an answer. */
export interface ShownProse {
  readonly sentences: readonly ShownSentence[];
  /** What was left out of it, or why there is none. */
  readonly note: string;
}

const REASONS = {
  NOTHING_TO_REWRITE: 'The quotes are as short as they can be: there is nothing to write.',
  NOTHING_HELD: 'The quotes hold no sentence of what it wrote.',
  WRITER_UNREACHABLE: 'It cannot be reached, or broke off.',
  WRITER_REFUSED: 'It refused.',
  WRITER_TIMED_OUT: 'It took too long.',
  WRITER_REPLY_INVALID: 'It did not reply in the form that it was asked for.',
} as const satisfies Record<NonNullable<Prose['reason']>, string>;

/** The prose with the citations of the answer that is on the page: the answer may have changed since. */
export function shownProse(answer: Answer, written: Written): ShownProse {
  if (written.__typename !== 'Answer' || written.prose === null) {
    return { sentences: [], note: CHANGED };
  }
  const { sentences, dropped, reason } = written.prose;
  const shown = sentences.map(({ text, citationNumbers }) => ({
    text,
    citations: citationNumbers.flatMap((number) => {
      const place = written.citations.find((citation) => citation.number === number);
      return answer.citations.filter(
        ({ article, start, end }) =>
          article.key === place?.article.key && start === place.start && end === place.end,
      );
    }),
  }));
  if (shown.some(({ citations }) => citations.length === 0)) {
    return { sentences: [], note: CHANGED };
  }
  return { sentences: shown, note: reason === null ? droppedNote(dropped) : REASONS[reason] };
}

const CHANGED = 'The answer has changed since it was given. Ask again.';

function droppedNote(dropped: number): string {
  if (dropped === 0) {
    return 'Every sentence was checked against the quotes.';
  }
  const [sentences, were] = dropped === 1 ? ['sentence', 'was'] : ['sentences', 'were'];
  return `Every sentence was checked; ${dropped} ${sentences} that the quotes do not hold ${were} left out.`;
}
