import type { Disagreement } from '@footnote/answering';
import type { ProseSentence } from '../prose.ts';

/**
 * The sentences without those that tell one side only of what the articles differ on: who reads them would not know that
 * there is another. To drop one may leave another's side alone, so it goes on until nothing more falls.
 */
export function tellAllSides(
  sentences: readonly ProseSentence[],
  disagreements: readonly Pick<Disagreement, 'citationNumbers'>[],
): readonly ProseSentence[] {
  const told = new Set(sentences.flatMap(({ citationNumbers }) => citationNumbers));
  const oneSided = new Set(
    disagreements
      .filter(({ citationNumbers }) => !citationNumbers.every((number) => told.has(number)))
      .flatMap(({ citationNumbers }) => citationNumbers),
  );
  const kept = sentences.filter(
    ({ citationNumbers }) => !citationNumbers.some((number) => oneSided.has(number)),
  );
  return kept.length === sentences.length ? kept : tellAllSides(kept, disagreements);
}
