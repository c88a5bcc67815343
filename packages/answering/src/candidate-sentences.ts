import { segmentSentences, type TextSpan } from '@footnote/core';
import type { WordCounts } from '@footnote/index';
import type { PassageReading } from '@footnote/reader';
import type { SearchHit } from '@footnote/retrieval';
import { type AnswerKind, answerKindOf, holdsKind, isOfKind } from './answer-kind.ts';
import { type QuestionWords, weighQuestion } from './question-words.ts';
import { clipMargin, MARGIN_LIMIT, type SentenceFeatures } from './sentence-features.ts';

/** A sentence of the evidence, as offsets into its article's text, with what speaks for it. */
export interface CandidateSentence extends TextSpan {
  readonly hit: SearchHit;
  readonly text: string;
  readonly features: SentenceFeatures;
  /** The words that answer; null without a reader. */
  readonly answerSpan: TextSpan | null;
}

/** What a question is compared by, worked out once. */
export interface QuestionProfile {
  readonly words: QuestionWords;
  readonly kind: AnswerKind;
}

/** @param counts of the words of `wordsToCount` */
export function profileQuestion(question: string, counts: WordCounts): QuestionProfile {
  return { words: weighQuestion(question, counts), kind: answerKindOf(question) };
}

/** The sentences of one hit before any model has read them. */
export function candidatesOf(hit: SearchHit, profile: QuestionProfile): CandidateSentence[] {
  const { passage } = hit;
  const { title, publishedAt } = passage.article;
  const shared = {
    passageCoverage: profile.words.coverage(`${title ?? ''}\n${passage.text}`),
    nameCoverage: profile.words.nameCoverage(`${title ?? ''}\n${passage.text}\n${publishedAt ?? ''}`),
    retrieval: hit.score,
    passageSimilarity: hit.explanation.semantic ?? 0,
    sentenceSimilarity: 0,
    margin: 0,
  };
  return segmentSentences(passage.text).map((span) => {
    const text = passage.text.slice(span.start, span.end);
    const features = {
      ...shared,
      sentenceCoverage: profile.words.coverage(text),
      kind: holdsKind(text, profile.kind) ? 1 : 0,
    };
    const place = { start: passage.start + span.start, end: passage.start + span.end };
    return { ...place, hit, text, features, answerSpan: null };
  });
}

/** The same sentences with what the reader found in each; one it did not score keeps the least margin. */
export function withReading(
  candidates: readonly CandidateSentence[],
  reading: PassageReading,
  { kind }: QuestionProfile,
): CandidateSentence[] {
  const read = new Map(reading.sentences.map((sentence) => [sentence.start, sentence]));
  return candidates.map((candidate) => {
    const sentence = read.get(candidate.start);
    const margin = sentence ? clipMargin(sentence.margin) : -MARGIN_LIMIT;
    if (!sentence) return { ...candidate, features: { ...candidate.features, margin } };
    const { answerSpan } = sentence;
    const words = candidate.text.slice(answerSpan.start - candidate.start, answerSpan.end - candidate.start);
    const features = { ...candidate.features, margin, kind: isOfKind(words, kind) ? 1 : 0 };
    return { ...candidate, answerSpan, features };
  });
}

/** The same sentence with its cosine to the question. */
export function withSimilarity(candidate: CandidateSentence, sentenceSimilarity: number): CandidateSentence {
  return { ...candidate, features: { ...candidate.features, sentenceSimilarity } };
}

/** The best that a reader could still make of a sentence. */
export function atBest(candidate: CandidateSentence): SentenceFeatures {
  return { ...candidate.features, margin: MARGIN_LIMIT, kind: 1 };
}
