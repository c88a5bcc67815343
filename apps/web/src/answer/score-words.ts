import type { Hit } from '../graphql/ask-fields.ts';

/** Cosine similarity from which a passage is called close in meaning, and very close. */
const CLOSE = 0.4;
const VERY_CLOSE = 0.6;

/** So many of the shared words are named. */
const NAMED = 5;

/** Why a passage was found, in words: how close it is in meaning, and which of the question's words it has. */
export function scoreWords(hit: Pick<Hit, 'explanation' | 'highlights' | 'passage'>): string {
  return [meaningWords(hit.explanation.semantic), sharedWords(hit)]
    .filter((words) => words !== null)
    .join('; ');
}

function meaningWords(similarity: number | null): string | null {
  if (similarity === null) {
    return null;
  }
  if (similarity >= VERY_CLOSE) {
    return 'very close in meaning';
  }
  return similarity >= CLOSE ? 'close in meaning' : 'not close in meaning';
}

function sharedWords({ highlights, passage }: Pick<Hit, 'highlights' | 'passage'>): string {
  const words = highlights.map(({ start, end }) =>
    passage.text.slice(start - passage.start, end - passage.start),
  );
  const distinct = [...new Map(words.map((word) => [word.toLocaleLowerCase(), word])).values()];
  if (distinct.length === 0) {
    return 'has none of its words';
  }
  const named = distinct.slice(0, NAMED).map((word) => `“${word}”`);
  const more = distinct.length - named.length;
  return `has ${[...named, ...(more > 0 ? [`${more} more`] : [])].join(', ')}`;
}
