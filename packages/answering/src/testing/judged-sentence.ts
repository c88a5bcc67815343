import { NO_CONTRADICTION } from '../contradictions.ts';
import type { JudgedSentence } from '../judged-sentence.ts';

export interface JudgedSentenceOptions {
  readonly text: string;
  readonly key?: string;
  readonly start?: number;
  readonly answer?: string | null;
  readonly publishedAt?: string | null;
  readonly confidence?: number;
}

/** A judged sentence that stands alone, for tests of what comes after judging. */
export function judgedSentence({
  text,
  key = text,
  start = 0,
  answer = null,
  publishedAt = null,
  confidence = 0.9,
}: JudgedSentenceOptions): JudgedSentence {
  const end = start + text.length;
  const article = {
    key,
    title: null,
    text: ' '.repeat(start) + text,
    source: null,
    authors: [],
    publishedAt,
    url: null,
    language: null,
    contentHash: '',
    duplicates: [],
  };
  const passage = { articleKey: key, start, end, text, article };
  return {
    hit: {
      passage,
      score: 1,
      explanation: { lexical: null, semantic: null, parts: [] },
      highlights: [],
    },
    text,
    start,
    end,
    context: { quote: text, referents: [], surroundings: text, head: text, publishedAt, answer },
    referents: [],
    features: {
      margin: 0,
      retrieval: 1,
      passageSimilarity: 1,
      sentenceCoverage: 1,
      passageCoverage: 1,
      sentenceSimilarity: 0,
      bestSimilarity: 1,
      similarityFall: 0,
      askedWords: 1,
      agreement: 1,
      ...NO_CONTRADICTION,
    },
    answerSpan: null,
    score: 0,
    confidence,
  };
}
