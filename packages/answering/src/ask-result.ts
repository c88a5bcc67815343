import type { TextSpan } from '@footnote/core';
import type { ArticleFilter, StoredPassage } from '@footnote/index';
import type { SearchHit } from '@footnote/retrieval';

/** An earlier turn of the conversation; `answer` is what was answered, if it was. */
export interface ConversationTurn {
  readonly question: string;
  readonly answer?: string | null | undefined;
}

export interface AskRequest {
  readonly question: string;
  readonly history?: readonly ConversationTurn[] | undefined;
  readonly filter?: ArticleFilter | undefined;
}

/** A verbatim quote: `article.text.slice(start, end) === quote`. */
export interface Citation {
  /** From 1, best first. */
  readonly number: number;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly passage: StoredPassage;
  /** The words of the quote that answer, as offsets into the article's text; null without a reader. */
  readonly answerSpan: TextSpan | null;
}

export interface AnswerSentence {
  /** The quote of each citation that it numbers. */
  readonly text: string;
  readonly citationNumbers: readonly number[];
}

export interface Answer {
  readonly kind: 'Answer';
  readonly question: string;
  readonly interpretedQuestion: string;
  /** The sentences joined by a space. */
  readonly text: string;
  readonly sentences: readonly AnswerSentence[];
  readonly citations: readonly Citation[];
  /** Calibrated probability (0 to 1) that the quotes answer the question; at or above `threshold`. */
  readonly confidence: number;
  readonly threshold: number;
  readonly evidence: readonly SearchHit[];
}

/**
 * NOTHING_TO_SEARCH: no article is indexed, or none passes the filter. NOTHING_CLOSE: no passage resembles the
 * question. NOT_IN_ARTICLES: there are close passages, and none answers. NEEDS_CONTEXT: the question refers to
 * something that was not said before.
 */
export type NoAnswerReason = 'NOTHING_TO_SEARCH' | 'NOTHING_CLOSE' | 'NOT_IN_ARTICLES' | 'NEEDS_CONTEXT';

export interface NoAnswer {
  readonly kind: 'NoAnswer';
  readonly question: string;
  readonly interpretedQuestion: string;
  readonly reason: NoAnswerReason;
  /** Below `threshold`, on the same scale as an answer's. */
  readonly confidence: number;
  readonly threshold: number;
  readonly nearest: readonly SearchHit[];
}

export type AskResult = Answer | NoAnswer;

export type AskStage = 'SEARCHING' | 'READING' | 'DECIDING';

export interface AskProgress {
  readonly kind: 'AskProgress';
  readonly stage: AskStage;
  /** Given once the search is done. */
  readonly evidence: readonly SearchHit[] | null;
}

export interface AskOptions {
  readonly onProgress?: ((progress: AskProgress) => void) | undefined;
  /** Stops reading, and rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Answers questions from an index; asked through `createAnswerer`. */
export interface Answerer {
  /**
   * @throws FootnoteError `BLANK_QUESTION`, `QUESTION_TOO_LONG` (over 2,000 characters)
   */
  ask(request: AskRequest, options?: AskOptions): Promise<AskResult>;
}
