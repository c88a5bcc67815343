import type { SourcePlace } from '../address/place.ts';
import type { Turn } from '../conversation/conversation.ts';
import type { Citation } from '../graphql/ask-fields.ts';

/** Whether a source is open at the quote of a citation. */
export function isPlaceOf({ article, start, end }: Citation, source: SourcePlace): boolean {
  return article.key === source.key && String(start) === source.start && String(end) === source.end;
}

/** The quotes of the last answer that has one at this place; none where the place is no quote of the conversation. */
export function citationsAround(turns: readonly Turn[], source: SourcePlace): readonly Citation[] {
  const answers = turns.flatMap(({ outcome }) =>
    outcome.kind === 'result' && outcome.result.__typename === 'Answer' ? [outcome.result.citations] : [],
  );
  return answers.findLast((citations) => citations.some((one) => isPlaceOf(one, source))) ?? [];
}
