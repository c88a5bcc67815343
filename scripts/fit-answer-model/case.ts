import { type Evidence, evidenceFeatures } from '@footnote/answering';
import type { Change } from '@footnote/evaluation';
import type { StoredArticle, WordCounts } from '@footnote/index';
import type { Embedder } from '@footnote/inference';
import type { PassageReader, ReadSentence } from '@footnote/reader';

/**
 * What a question is to the articles that are indexed. ANSWERABLE: they answer it. HIDDEN: the article that does is
 * left out. NEAR: the part of it that does is left out, and others are there. UNANSWERABLE: its writer says that nothing
 * answers it. Any other: an answerable one, changed by rule.
 */
export type CaseKind = 'ANSWERABLE' | 'HIDDEN' | 'NEAR' | 'UNANSWERABLE' | Change;

/** One passage that was found, with what was made of it. Offsets into its text. */
export interface FoundPassage {
  readonly key: string;
  readonly title: string | null;
  readonly publishedAt: string | null;
  /** How the article begins. */
  readonly head: string;
  /** What stands right before the passage. */
  readonly before: string;
  readonly start: number;
  readonly text: string;
  readonly lexical: number | null;
  readonly semantic: number | null;
  readonly score: number;
  /** Start, end, margin, and start and end of the words that answer; without a reader, the cosine for a margin. */
  readonly sentences: readonly (readonly number[])[];
}

/** A question with all that judging it needs, so that another fit reads no model. */
export interface Case {
  readonly id: string;
  readonly set: string;
  readonly kind: CaseKind;
  readonly question: string;
  readonly answers: readonly string[];
  /** The document that answers it, or did before it was changed. */
  readonly document: string | null;
  readonly counts: WordCounts;
  /** Cosines of the passages that were found, in order of rank. */
  readonly similarities: readonly number[];
  readonly passages: readonly FoundPassage[];
}

/** The day on which the questions are asked. */
export const TODAY = '2024-01-01';

/** The evidence as the answerer found it, of each article only as much as judging looks at. */
export function toEvidence({ question, counts, similarities, passages }: Case): Evidence {
  return {
    question,
    today: TODAY,
    counts,
    meant: [],
    features: evidenceFeatures(question, similarities),
    hits: passages.map((found) => {
      const { key: articleKey, start, text, score, lexical, semantic } = found;
      const passage = { articleKey, start, end: start + text.length, text, article: toArticle(found) };
      return { passage, score, explanation: { lexical, semantic, parts: [] }, highlights: [] };
    }),
  };
}

function toArticle({ key, title, publishedAt, head, before, start, text }: FoundPassage): StoredArticle {
  const gap = ' '.repeat(Math.max(0, start - before.length - head.length));
  const whole = `${head}${gap}`.slice(0, start - before.length) + before + text;
  return {
    key,
    title,
    publishedAt,
    text: whole,
    source: null,
    authors: [],
    url: null,
    language: null,
    contentHash: '',
    duplicates: [],
  };
}

/** A reader that says what it said when the case was collected. */
export function rememberedReader({ passages }: Case): PassageReader {
  const readings = new Map(passages.map((found) => [found.text, found]));
  return {
    model: { id: 'remembered', sha256: '' },
    async read(_, { text, start }) {
      return { sentences: (readings.get(text)?.sentences ?? []).map((one) => toReadSentence(one, start)) };
    },
    async warmUp() {},
    async close() {},
  };
}

/** An embedder by which the question and a sentence have the cosine that they had. */
export function rememberedEmbedder({ passages }: Case): Pick<Embedder, 'embedQuery' | 'embedPassage'> {
  const cosines = new Map(
    passages.flatMap(({ text, sentences }) =>
      sentences.map(([start = 0, end = 0, cosine = 0]) => [text.slice(start, end), cosine] as const),
    ),
  );
  return {
    embedQuery: async () => Float32Array.of(1),
    embedPassage: async (text) => Float32Array.of(cosines.get(text) ?? 0),
  };
}

function toReadSentence(values: readonly number[], by: number): ReadSentence {
  const [start = 0, end = 0, margin = 0, answerStart = start, answerEnd = end] = values;
  return {
    start: start + by,
    end: end + by,
    margin,
    answerSpan: { start: answerStart + by, end: answerEnd + by },
  };
}
