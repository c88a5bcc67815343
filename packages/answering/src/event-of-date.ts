import { datesAgree, datesIn, type StatedDate, weekdaysIn } from './dates-in-text.ts';
import type { QuoteInContext } from './quote-in-context.ts';

const ASKS_FOR_EVENT =
  /^\P{L}*(?:and )?(?:what|which events?|what events?|what news) (?:else )?(?:happened|took place|occurred|was going on|was announced|were there|is known)\b/iu;

/** Whether a question gives a date and asks what happened then. */
export function asksForEvent({
  question,
  dates,
}: {
  question: string;
  dates: readonly StatedDate[];
}): boolean {
  return dates.length > 0 && ASKS_FOR_EVENT.test(question);
}

/** Whether a quote tells of something on the day, in the month or the year asked about. */
export function tellsOfDate(
  { dates }: { dates: readonly StatedDate[] },
  { quote, publishedAt }: QuoteInContext,
): boolean {
  const said = [...datesIn(quote, publishedAt), ...weekdaysIn(quote, publishedAt)];
  return dates.every((date) =>
    said.some((other) => isAsExact(other, date) && datesAgree(date, other) === true),
  );
}

/** Whether one date says all that the other does: a day is not told of by its year alone. */
function isAsExact(one: StatedDate, other: StatedDate): boolean {
  return (
    (other.years === null || one.years !== null) &&
    (other.month === null || one.month !== null) &&
    (other.day === null || one.day !== null)
  );
}
