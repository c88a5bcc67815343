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
  /** The sentence before the quote in its article; null where it opens the article. */
  readonly contextBefore: string | null;
  /** The sentence after it; null where it ends the article. */
  readonly contextAfter: string | null;
}

/**
 * How far an answer may be relied on, by its confidence. SURE: 0.9 or more; so few were measured that no more is promised
 * than of LIKELY. LIKELY: 0.65 or more; at least two in three such answers are right, traps among the questions
 * included. POSSIBLE: at or above the threshold, and less sure. EVALUATION.md has what was measured.
 */
export type Certainty = 'SURE' | 'LIKELY' | 'POSSIBLE';

/** Citations that give different figures or dates for the same thing. */
export interface Disagreement {
  readonly citationNumbers: readonly number[];
  /** What they differ on, in the question's words: "How many workers". */
  readonly on: string;
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
  /** The sentences joined by a space: those to understand a quote by, then the quote. */
  readonly text: string;
  readonly sentences: readonly AnswerSentence[];
  readonly citations: readonly Citation[];
  /** Calibrated probability (0 to 1) that the quotes answer the question; at or above `threshold`. */
  readonly confidence: number;
  readonly threshold: number;
  readonly certainty: Certainty;
  /** Empty when the articles agree, or each says another thing. */
  readonly disagreements: readonly Disagreement[];
  /** Of several questions asked at once, those that the articles do not answer. */
  readonly unanswered: readonly string[];
  readonly evidence: readonly SearchHit[];
}

/**
 * NOTHING_TO_SEARCH: no article is indexed. FILTER_EXCLUDES_ALL: none passes the filter. NOTHING_CLOSE: no passage
 * resembles the question. NOT_IN_ARTICLES: there are close passages, and none answers. NEEDS_CONTEXT: the question
 * refers to something that was not said before. LANGUAGE_NOT_READ: it is in a language that the models do not read.
 * ABOUT_COLLECTION: it asks about the collection itself, which no article can be quoted on.
 */
export type NoAnswerReason =
  | 'NOTHING_TO_SEARCH'
  | 'FILTER_EXCLUDES_ALL'
  | 'NOTHING_CLOSE'
  | 'NOT_IN_ARTICLES'
  | 'NEEDS_CONTEXT'
  | 'LANGUAGE_NOT_READ'
  | 'ABOUT_COLLECTION';

/** Facts about all the articles of an index. */
export interface Collection {
  readonly articles: number;
  /** Day (YYYY-MM-DD) of the oldest dated article; null when none is dated. */
  readonly publishedFrom: string | null;
  /** Day of the newest. */
  readonly publishedTo: string | null;
  /** Those with most articles first. */
  readonly sources: readonly string[];
}

export interface NoAnswer {
  readonly kind: 'NoAnswer';
  readonly question: string;
  readonly interpretedQuestion: string;
  readonly reason: NoAnswerReason;
  /** Below `threshold`, on the same scale as an answer's. */
  readonly confidence: number;
  readonly threshold: number;
  readonly nearest: readonly SearchHit[];
  /** Which words no article has, what came nearest, and why it was not trusted; null where there is no more to say. */
  readonly explanation: string | null;
  /** With FILTER_EXCLUDES_ALL and ABOUT_COLLECTION. */
  readonly collection: Collection | null;
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
  /**
   * An answer is given at this confidence or above, 0 to 1; 0 refuses only where there is no candidate, no context or
   * nothing to search. The fitted one when absent.
   */
  readonly threshold?: number | undefined;
}

/** Answers questions from an index; asked through `createAnswerer`. */
export interface Answerer {
  /**
   * @throws FootnoteError `BLANK_QUESTION`, `QUESTION_TOO_LONG` (over 2,000 characters)
   */
  ask(request: AskRequest, options?: AskOptions): Promise<AskResult>;
}
