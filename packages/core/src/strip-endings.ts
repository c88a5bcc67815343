/** How the words of a script are brought to a common form. */
interface Inflection {
  readonly script: RegExp;
  readonly endings?: RegExp;
  readonly beginnings?: RegExp;
  /** Letters that are written for one another. */
  readonly letters?: Readonly<Record<string, string>>;
}

/** Endings that surnames have too (-ов, -ин) stay. Longest first. */
const INFLECTIONS: readonly Inflection[] = [
  {
    script: /^\p{Script=Cyrillic}+$/u,
    endings:
      /(?<=.{3})(?:ами|ями|ого|его|ому|ему|ыми|ими|ам|ям|ах|ях|ом|ем|ым|им|ых|их|ой|ою|ею|[аеиоуыэюяйьіє])$/u,
  },
  { script: /^\p{Script=Greek}+$/u, endings: /(?<=.{3})(?:ων|[αεηιου]σ|[αεηιουω])$/u },
  {
    script: /^\p{Script=Arabic}+$/u,
    beginnings: /^(?:[وبكف]?ال|لل)(?=.{3})/u,
    letters: { ة: 'ه', ى: 'ي', ی: 'ي', ک: 'ك' },
  },
  {
    script: /^\p{Script=Hangul}+$/u,
    endings: /(?<=.{2})(?:에서|으로|에게|까지|부터|[은는이가을를의에로와과도만])$/u,
  },
];

/** Greek, Cyrillic, Arabic and Korean. */
const INFLECTED = /^[\u0370-\u052f\u0600-\u06ff\uac00-\ud7a3]/u;

/**
 * A word of Cyrillic, Greek, Arabic or Korean letters without what its case or an article adds to it, which the Porter
 * stemmer of the lexical index does not know: light stemming, after Larkey, Ballesteros and Connell 2002 (Arabic) and
 * Dolamic and Savoy 2009 (Russian). Stripped until nothing is left to strip, so that a stem is its own stem.
 */
export function stripEndings(term: string): string {
  if (!INFLECTED.test(term)) return term;
  const inflection = INFLECTIONS.find(({ script }) => script.test(term));
  if (!inflection) return term;
  const { letters, endings, beginnings } = inflection;
  let stem = letters ? term.replace(/./gu, (letter) => letters[letter] ?? letter) : term;
  for (let before = ''; before !== stem; ) {
    before = stem;
    if (endings) stem = stem.replace(endings, '');
    if (beginnings) stem = stem.replace(beginnings, '');
  }
  return stem;
}
