import { segmentSentences, type TextSpan } from '@footnote/core';
import { isContentWord } from '@footnote/retrieval';
import type { Answer, AnswerSentence, Certainty, Citation, Disagreement } from './ask-result.ts';
import type { ChosenQuotes } from './choose-quotes.ts';
import type { JudgedSentence } from './judged-sentence.ts';
import { opensWithPronoun } from './quote-in-context.ts';
import { wordFormsOf } from './word-forms.ts';

/** One question's answer, before it has numbers. */
export interface AnsweredQuestion {
  readonly question: string;
  readonly chosen: ChosenQuotes;
  readonly confidence: number;
}

type Composed = Pick<Answer, 'text' | 'sentences' | 'citations' | 'disagreements'>;

/**
 * Numbers what is quoted, best first: the quotes, then the second sources, then the sentences that say what a quote is
 * about. The sentences of the text come in the order of the questions, each after the one it is understood by.
 */
export function composeAnswer(answered: readonly AnsweredQuestion[]): Composed {
  const numbering = createNumbering();
  const main = answered.map(({ chosen }) => chosen.quotes.map(({ sentence }) => numbering.cite(sentence)));
  const second = answered.map(({ chosen }) =>
    chosen.quotes.map(({ secondSource }) => (secondSource ? [numbering.cite(secondSource)] : [])),
  );
  const sentences: AnswerSentence[] = [];
  for (const [i, { question, chosen }] of answered.entries()) {
    for (const [j, { sentence }] of chosen.quotes.entries()) {
      const referent = referentOf(sentence, question);
      if (referent !== null) {
        const number = numbering.cite({ ...sentence, ...referent, answerSpan: null });
        sentences.push(numbering.sentence([number]));
      }
      sentences.push(numbering.sentence([main[i]?.[j] as number, ...(second[i]?.[j] ?? [])]));
    }
  }
  const said = withoutRepeats(sentences);
  return {
    text: said.map((sentence) => sentence.text).join(' '),
    sentences: said,
    citations: numbering.citations,
    disagreements: answered.flatMap((one, i) => disagreementOf(one, main[i] as number[])),
  };
}

function withoutRepeats(sentences: readonly AnswerSentence[]): AnswerSentence[] {
  const seen = new Set<number | undefined>();
  return sentences.filter(({ citationNumbers: [number] }) => !seen.has(number) && seen.add(number));
}

function disagreementOf({ chosen, question }: AnsweredQuestion, numbers: readonly number[]): Disagreement[] {
  if (chosen.differing.length === 0) return [];
  const citationNumbers = chosen.differing.map((quote) => numbers[chosen.quotes.indexOf(quote)] as number);
  return [{ citationNumbers, on: askedThing(question) }];
}

const AUXILIARY = /\s+(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could)\b.*$/isu;

/** What a question asks for, in its words: "How many workers". */
function askedThing(question: string): string {
  return question.replace(AUXILIARY, '').replace(/[\s?.!]+$/u, '');
}

/**
 * The sentence that says what a quote is about. A pronoun always needs it; a thing named by its kind only ("The
 * structure") where that sentence has more of the question's words.
 */
function referentOf(sentence: JudgedSentence, question: string): (TextSpan & { text: string }) | null {
  const [span] = sentence.referents;
  const [text] = sentence.context.referents;
  if (span === undefined || text === undefined) return null;
  const said = new Set(wordFormsOf(sentence.text).map(({ base }) => base));
  const asked = wordFormsOf(question).filter(({ word, base }) => isContentWord(word) && !said.has(base));
  const names = new Set(wordFormsOf(text).map(({ base }) => base));
  const explains = opensWithPronoun(sentence.text) || asked.some(({ base }) => names.has(base));
  return explains ? { ...span, text } : null;
}

interface Numbering {
  readonly citations: Citation[];
  /** The number of a sentence's citation; of one that is cited already, the one it has. */
  cite(sentence: CitedSentence): number;
  sentence(citationNumbers: readonly number[]): AnswerSentence;
}

type CitedSentence = Pick<JudgedSentence, 'hit' | 'text' | 'start' | 'end' | 'answerSpan'>;

function createNumbering(): Numbering {
  const citations: Citation[] = [];
  return {
    citations,
    cite({ hit: { passage }, start, end, text: quote, answerSpan }) {
      const { articleKey } = passage;
      const known = citations.find((one) => one.passage.articleKey === articleKey && one.start === start);
      if (known) return known.number;
      const context = sentencesBeside(passage.article.text, { start, end });
      const number = citations.length + 1;
      citations.push({ number, quote, start, end, passage, answerSpan, ...context });
      return number;
    },
    sentence(citationNumbers) {
      const first = citations[(citationNumbers[0] as number) - 1] as Citation;
      return { text: first.quote, citationNumbers };
    },
  };
}

/** As much text as holds the sentence before or after. */
const BESIDE = 1000;

function sentencesBeside(text: string, { start, end }: TextSpan) {
  const before = text.slice(Math.max(0, start - BESIDE), start);
  const after = text.slice(end, end + BESIDE);
  const last = segmentSentences(before).at(-1);
  const first = segmentSentences(after).at(0);
  return {
    contextBefore: last ? before.slice(last.start, last.end) : null,
    contextAfter: first ? after.slice(first.start, first.end) : null,
  };
}

/** Least confidence of each degree above POSSIBLE. */
const CERTAINTIES: readonly (readonly [number, Certainty])[] = [
  [0.9, 'SURE'],
  [0.65, 'LIKELY'],
];

export function certaintyOf(confidence: number): Certainty {
  return CERTAINTIES.find(([least]) => confidence >= least)?.[1] ?? 'POSSIBLE';
}
