import type { ArticleFilter } from '@footnote/index';
import type { Contradictions } from './contradictions.ts';
import type { Evidence } from './evidence.ts';
import type { JudgedSentence } from './judged-sentence.ts';
import { unknownWords } from './question-words.ts';
import type { AnswerModel } from './sentence-features.ts';
import { type WordForm, wordFormsOf } from './word-forms.ts';

const LONGEST_QUOTE = 160;

const AGAINST: Readonly<Record<keyof Contradictions, string>> = {
  dateDiffers: 'it gives another date than the question',
  dateMissing: 'nothing there is of the date asked about',
  numberMissing: 'a figure of the question is missing there',
  numberDiffers: 'it has another number than the question',
  countsOther: 'it counts something else',
  qualifierMissing: 'it does not say which of several it is',
  nameMissing: 'a name of the question is missing there',
  nameElsewhere: 'it does not itself speak of what the question names',
  nameDiffers: 'it speaks of another of nearly the same name',
  placeTaken: 'it speaks of another thing',
  roleDiffers: 'it says so of another',
  polarityDiffers: 'one of question and sentence denies what the other says',
  oppositeSaid: 'it says the opposite',
  wrongKind: 'it does not hold the kind of thing asked for',
  noReason: 'it gives no reason',
  retracted: 'it was taken back later',
};

type Searched = Pick<Evidence, 'question' | 'counts' | 'hits' | 'meant'>;

/** Which words no article has, what came nearest, and what was held against it; null where nothing came near. */
export function explainRefusal(
  evidence: Searched,
  best: JudgedSentence | undefined,
  model: AnswerModel,
): string | null {
  const unknown = missingWords(evidence);
  const lacking =
    unknown.length === 0
      ? []
      : [`No article has the ${unknown.length === 1 ? 'word' : 'words'} ${listed(unknown)}.`];
  for (const { written, meant } of evidence.meant) lacking.push(`Spelled like “${written}” is “${meant}”.`);
  if (best === undefined) return lacking.length === 0 ? null : lacking.join(' ');
  const source = best.context.head.split('\n')[0] || best.hit.passage.articleKey;
  const nearest = `The nearest sentence is “${shortened(best.text)}” (${source}), and ${doubtOf(best, model)}.`;
  return [...lacking, nearest].join(' ');
}

/** Why no article passes a filter, where that can be told from the filter alone. */
export function explainFilter({ publishedFrom, publishedTo }: ArticleFilter): string | null {
  if (!publishedFrom || !publishedTo || publishedFrom <= publishedTo) return null;
  return `No day is both ${publishedFrom} or later and ${publishedTo} or before: the dates are the wrong way round.`;
}

/** Words that say how something is asked, which no article need have. */
const ASKING =
  /^(?:much|many|long|old|far|often|name|names|called|happen|happened|kind|type|exactly|tell|say|said|give|please|know)$/u;

/** The words of a question that stand in no article, in another form neither, nor in another way to write them. */
function missingWords({ question, counts, hits }: Searched): string[] {
  const found = new Set(hits.flatMap(({ passage }) => wordFormsOf(passage.text).map(({ base }) => base)));
  const unknown = unknownWords(question, counts);
  const forms = wordFormsOf(question);
  const isMissing = ({ word, base }: WordForm) => unknown.includes(word) && !found.has(base);
  const isThere = (form: WordForm) =>
    forms.some((other) => !isMissing(other) && other.start < form.end && form.start < other.end);
  const missing = forms.filter((form) => isMissing(form) && !isThere(form) && !ASKING.test(form.word));
  return [...new Set(missing.map(({ start, end }) => `“${question.slice(start, end)}”`))];
}

/** What weighs most against a sentence. */
function doubtOf({ features }: JudgedSentence, { decision }: AnswerModel): string {
  const names = Object.keys(AGAINST) as (keyof Contradictions)[];
  const weighed = names
    .map((name) => ({ name, weight: (decision.weights[name] ?? 0) * features[name] }))
    .sort((a, b) => a.weight - b.weight);
  const [worst] = weighed;
  return worst && worst.weight < 0 ? AGAINST[worst.name] : 'it hardly answers the question';
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE).replace(/\s\S*$/u, '')} …`;
}
