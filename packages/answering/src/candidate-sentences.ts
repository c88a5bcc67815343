import { segmentSentences, type TextSpan } from '@footnote/core';
import type { StoredArticle } from '@footnote/index';
import type { PassageReading } from '@footnote/reader';
import type { SearchHit } from '@footnote/retrieval';
import { type Claims, claimsOf } from './claims.ts';
import { contradictionsOf, NO_CONTRADICTION } from './contradictions.ts';
import { asksForEvent, tellsOfDate } from './event-of-date.ts';
import type { Evidence } from './evidence.ts';
import { type QuestionWords, unknownWords, weighQuestion } from './question-words.ts';
import { type QuoteInContext, referentsOf } from './quote-in-context.ts';
import { clipMargin, type DecisionFeature, MARGIN_LIMIT } from './sentence-features.ts';

/** A sentence of the evidence, as offsets into its article's text, with what speaks for it and against it. */
export interface CandidateSentence extends TextSpan {
  readonly hit: SearchHit;
  readonly text: string;
  readonly context: QuoteInContext;
  /** The sentences before it that say what it is about; empty when it stands alone. */
  readonly referents: readonly TextSpan[];
  readonly features: Readonly<Record<DecisionFeature, number>>;
  /** The words that answer; null without a reader. */
  readonly answerSpan: TextSpan | null;
}

/** What a question is compared by, worked out once. */
export interface QuestionProfile {
  readonly words: QuestionWords;
  readonly claims: Claims;
}

export function profileQuestion(evidence: Evidence): QuestionProfile {
  const texts = evidence.hits.map(({ passage }) => `${passage.article.title ?? ''}\n${passage.text}`);
  const { question, counts } = evidence;
  const unknown = unknownWords(question, counts);
  return { words: weighQuestion(question, counts), claims: claimsOf({ ...evidence, texts, unknown }) };
}

/** What an article says of itself first: its title and its first sentence, which name what the rest is about. */
function headOf(article: StoredArticle): string {
  const opening = article.text.slice(0, BEFORE);
  const [first] = segmentSentences(opening);
  return `${article.title ?? ''}\n${first ? opening.slice(first.start, first.end) : ''}`;
}

/** How many characters of its article before a passage are read to understand its first sentences. */
const BEFORE = 400;

/** The sentences of one hit at their best: before any model has read them, and nothing is held against them. */
export function candidatesOf(
  hit: SearchHit,
  evidence: Evidence,
  { words }: QuestionProfile,
): CandidateSentence[] {
  const { passage } = hit;
  const { article } = passage;
  const head = headOf(article);
  const lead = article.text.slice(Math.max(0, passage.start - BEFORE), passage.start);
  const surroundings = lead + passage.text;
  const shift = passage.start - lead.length;
  const shared = {
    margin: MARGIN_LIMIT,
    retrieval: hit.score,
    passageSimilarity: hit.explanation.semantic ?? 0,
    passageCoverage: words.coverage(`${article.title ?? ''}\n${passage.text}`),
    sentenceSimilarity: 1,
    ...evidence.features,
    ...NO_CONTRADICTION,
  };
  return segmentSentences(passage.text).map((span) => {
    const text = passage.text.slice(span.start, span.end);
    const leansOn = referentsOf(surroundings, lead.length + span.start);
    const referents = leansOn.map(({ start, end }) => surroundings.slice(start, end));
    const { publishedAt } = article;
    return {
      start: passage.start + span.start,
      end: passage.start + span.end,
      hit,
      text,
      context: { quote: text, referents, surroundings, head, publishedAt, answer: null },
      referents: leansOn.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
      features: { ...shared, sentenceCoverage: words.coverage([...referents, text].join('\n')) },
      answerSpan: null,
    };
  });
}

/** The same sentences with what the reader found in each; one it did not score keeps the least margin. */
export function withReading(
  candidates: readonly CandidateSentence[],
  reading: PassageReading,
  { claims }: QuestionProfile,
): CandidateSentence[] {
  const read = new Map(reading.sentences.map((sentence) => [sentence.start, sentence]));
  return candidates.map((candidate) => {
    const sentence = read.get(candidate.start);
    const answerSpan = sentence?.answerSpan ?? null;
    const answer =
      answerSpan &&
      candidate.text.slice(answerSpan.start - candidate.start, answerSpan.end - candidate.start);
    const context = { ...candidate.context, answer };
    const margin = marginOf(claims, context, sentence?.margin ?? -MARGIN_LIMIT);
    const features = { ...candidate.features, ...contradictionsOf(claims, context), margin };
    return { ...candidate, context, answerSpan, features };
  });
}

/**
 * The reader's margin. It was not taught what happened on a date: that is told by the sentences with that date, and
 * any of them will do.
 */
function marginOf(claims: Claims, context: QuoteInContext, margin: number): number {
  return asksForEvent(claims) && tellsOfDate(claims, context) ? MARGIN_LIMIT : clipMargin(margin);
}

/** The same sentence, unread, with its cosine to the question. */
export function withSimilarity(
  candidate: CandidateSentence,
  sentenceSimilarity: number,
  { claims }: QuestionProfile,
): CandidateSentence {
  const against = contradictionsOf(claims, candidate.context);
  return { ...candidate, features: { ...candidate.features, ...against, margin: 0, sentenceSimilarity } };
}
