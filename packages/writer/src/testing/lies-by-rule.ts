/** A sentence that a rule made of a true one, in words that the quotes share. */
export interface LieByRule {
  readonly kind: string;
  readonly text: string;
  /** The quotes that it says it is made of. */
  readonly quotes: readonly string[];
}

/** Sentences of one article, of which each can be made a lie with what the others say. */
interface Material {
  readonly sentence: string;
  readonly next: string;
  readonly article: string;
}

type Rule = (material: Material) => string | null;

const YEAR = /\b(?:19|20)\d{2}\b/u;
const FIGURE = /\b\d[\d,.]*\d\b|\b\d\b/gu;
const NAME = /(?<=[\p{Ll}\p{N},] )\p{Lu}\p{Ll}{2,}/gu;
const OPPOSITES = [
  ['first', 'last'],
  ['rose', 'fell'],
  ['grew', 'shrank'],
  ['opened', 'closed'],
  ['more', 'less'],
  ['largest', 'smallest'],
  ['before', 'after'],
  ['signed', 'cancelled'],
  ['joint', 'separate'],
  ['with', 'without'],
  ['friend', 'enemy'],
  ['agreed', 'refused'],
  ['began', 'ended'],
  ['from', 'to'],
  ['buy', 'sell'],
];

const RULES: Readonly<Record<string, Rule>> = {
  'a denial put in': ({ sentence }) =>
    changed(sentence, /\b(was|were|is|are|has|had|have|will|would|can|could|did)\b/u, '$1 not'),
  'a denial taken out': ({ sentence }) => changed(sentence, /\b(?:not|never|no) /u, ''),
  'another year': ({ sentence, article }) => {
    const year = YEAR.exec(sentence)?.[0];
    const other = article.match(new RegExp(YEAR, 'gu'))?.find((one) => one !== year);
    return year ? changed(sentence, year, other ?? String(Number(year) + 1)) : null;
  },
  'another figure of the article': ({ sentence, article }) => {
    const [figure] = sentence.match(FIGURE) ?? [];
    const other = article.match(FIGURE)?.find((one) => !sentence.includes(one));
    return figure && other ? changed(sentence, figure, other) : null;
  },
  'figures swapped': ({ sentence }) => swapped(sentence, sentence.match(FIGURE) ?? []),
  'names swapped': ({ sentence }) => swapped(sentence, sentence.match(NAME) ?? []),
  'another name of the article': ({ sentence, article }) => {
    const [name] = sentence.match(NAME) ?? [];
    const other = article.match(NAME)?.find((one) => !sentence.includes(one));
    return name && other ? changed(sentence, name, other) : null;
  },
  'an opposite': ({ sentence }) => {
    for (const pair of OPPOSITES) {
      for (const [word, other] of [pair, [...pair].reverse()]) {
        const told = changed(sentence, new RegExp(`\\b${word}\\b`, 'u'), other ?? '');
        if (told) return told;
      }
    }
    return null;
  },
  'a doubt taken out': ({ sentence }) =>
    changed(
      sentence,
      /\b(?:may|might|could|would|almost|nearly|about|around|more than|less than|at least|at most|a little under|only|some|most|many|planned to|wanted to|want to|is to|are to) /u,
      '',
    ),
  'the speaker taken out': ({ sentence }) =>
    changed(
      sentence,
      /^.*?\b(?:said|noted|insisted|predicted|recalled|added|told [^,]*?|claimed) that /u,
      '',
    ) ??
    changed(
      sentence,
      /, (?:Putin|Xi|he|she|they) (?:said|noted|insisted|added)(?=[,.])|, according to [^,.]*/u,
      '',
    ),
  'half of another': ({ sentence, next }) => `${half(sentence, 0)} ${half(next, 1)}`,
  'a word left out': ({ sentence }) => {
    const words = sentence.split(' ');
    return [...words.slice(0, words.length >> 1), ...words.slice((words.length >> 1) + 1)].join(' ');
  },
};

/** All that the rules make of the sentences of an article. */
export function liesByRule(sentences: readonly string[]): LieByRule[] {
  const article = sentences.join(' ');
  return sentences.flatMap((sentence, n) => {
    const next = sentences[n + 1] ?? sentences[0] ?? '';
    return Object.entries(RULES).flatMap(([kind, rule]) => {
      const text = rule({ sentence, next, article });
      return text && text !== sentence && text !== next ? [{ kind, text, quotes: [sentence, next] }] : [];
    });
  });
}

function changed(sentence: string, what: RegExp | string, by: string): string | null {
  const text = sentence.replace(what, by);
  return text === sentence ? null : text.charAt(0).toUpperCase() + text.slice(1);
}

function swapped(sentence: string, found: readonly string[]): string | null {
  const [one] = found;
  const other = found.find((another) => another !== one);
  if (one === undefined || other === undefined) return null;
  return sentence.replace(one, '\u0000').replace(other, one).replace('\u0000', other);
}

function half(sentence: string, which: 0 | 1): string {
  const words = sentence.split(' ');
  const middle = words.length >> 1;
  return (which === 0 ? words.slice(0, middle) : words.slice(middle)).join(' ');
}
