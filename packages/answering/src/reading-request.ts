import type { ReadablePassage } from '@footnote/reader';
import type { SearchHit } from '@footnote/retrieval';
import { inWritingOf } from './article-writing.ts';
import { datesAgree, datesIn, publicationDate } from './dates-in-text.ts';
import type { Evidence } from './evidence.ts';
import { withoutLatest } from './latest.ts';

/** What the reader is asked of one passage. */
export interface ReadingRequest {
  readonly question: string;
  readonly passage: ReadablePassage;
}

/**
 * The question in the writing of the passage, without the date that its article has anyway and without words that ask
 * for the newest; the passage with its
 * article's title, without which a reader does not know what "the season" or "the budget" is one of.
 */
export function readingRequestOf(
  { passage }: Pick<SearchHit, 'passage'>,
  { question, today }: Pick<Evidence, 'question' | 'today'>,
): ReadingRequest {
  const { article, start, text } = passage;
  const undated = withoutDateOf(article.publishedAt, text, { question: withoutLatest(question), today });
  return {
    question: inWritingOf(text, undated),
    passage: { start, text, context: article.title ?? undefined },
  };
}

/** What joins a date to what is asked: "in 2023", "of May 2021". */
const JOINED = /\s*\b(?:in|on|of|for|during|from)\s+(?:the year\s+)?$/iu;

/**
 * A question without the date on which the article was published, where the passage does not give it: a reader
 * looks for the date in the passage and does not find it. What the sentences say of dates is compared with the whole
 * question (`contradictionsOf`).
 */
function withoutDateOf(
  publishedAt: string | null,
  text: string,
  { question, today }: Pick<Evidence, 'question' | 'today'>,
): string {
  if (publishedAt === null) return question;
  const published = publicationDate(publishedAt);
  const said = datesIn(text, publishedAt).filter(({ years }) => years !== null);
  const own = datesIn(question, today).filter(
    (date) =>
      date.years !== null &&
      datesAgree(date, published) === true &&
      !said.some((other) => datesAgree(date, other) === true),
  );
  return own.reduceRight((asked, { start, end }) => {
    const before = asked.slice(0, start).replace(JOINED, '');
    const after = asked.slice(end);
    return `${before.trimEnd()} ${after.trimStart()}`.replace(/^[\s,]+|\s+(?=[?.!,]|$)/gu, '');
  }, question);
}
