import type { Candidate, CandidateQuery, PassagePlace, Searcher } from '@footnote/index';
import type { Abbreviation } from './abbreviations.ts';
import type { PassageAbbreviations } from './passage-abbreviations.ts';
import { contentTerms, type Term, termsOf } from './query-terms.ts';
import { findRespellings, type Respelling, respelled } from './respelling.ts';
import { comparePositions } from './search-cursor.ts';

/** What a search found, and by which words: those of the query and of its other wordings. */
export interface Found {
  readonly candidates: readonly Candidate[];
  readonly terms: readonly Term[];
  /** Words of the query for which others were searched; none in a search by meaning. */
  readonly respellings?: readonly Respelling[];
}

/** A query whose words are given apart. */
export interface WordedQuery extends Omit<CandidateQuery, 'terms'> {
  readonly query: string;
  readonly terms: readonly Term[];
}

/** Passages, best by words first, in which abbreviations of the query are looked for. */
const READ = 20;
/** Most other wordings that are searched for. */
const MOST_WORDINGS = 3;

/**
 * The candidates of a query, those included that say the same with an abbreviation written out, or the other way round,
 * as the passages found explain it. A passage counts by the wording that suits it best; each wording weighs as much as
 * the query's own.
 */
export async function candidatesInAllWordings(
  searcher: Searcher,
  query: WordedQuery,
  abbreviations: PassageAbbreviations,
): Promise<Found> {
  const { query: text, ...wanted } = query;
  const respellings = await findRespellings(searcher, text, query.terms);
  const terms = respelled(query.terms, respellings);
  const search = (wording: readonly Term[]) =>
    searcher.candidates({ ...wanted, terms: wording.map(({ word }) => word) });
  let candidates = await search(terms);
  const wordings = otherWordings(terms, await abbreviations.of(searcher, bestByWords(candidates)));
  if (wordings.length === 0) return { candidates, terms, respellings };
  const [weight = 0, ...weights] = await weigh(searcher, [terms, ...wordings]);
  for (const [index, wording] of wordings.entries()) {
    candidates = merge(candidates, await search(wording), weight / weights[index]!);
  }
  return { candidates, terms: [terms, ...wordings].flat(), respellings };
}

function bestByWords(candidates: readonly Candidate[]): readonly PassagePlace[] {
  return candidates
    .flatMap(({ articleKey, start, lexical }) => {
      return lexical === null ? [] : [{ isCopy: false, score: lexical, articleKey, start }];
    })
    .sort(comparePositions)
    .slice(0, READ);
}

/** The words of a query with an abbreviation in place of its long form, or the other way round. */
function otherWordings(terms: readonly Term[], abbreviations: readonly Abbreviation[]): Term[][] {
  const wordings = new Map<string, Term[]>();
  for (const abbreviation of abbreviations) {
    const wording = reworded(terms, abbreviation);
    if (wording) wordings.set(wording.map(({ stem }) => stem).join(' '), wording);
  }
  return [...wordings.values()].slice(0, MOST_WORDINGS);
}

function reworded(terms: readonly Term[], { short, long }: Abbreviation): Term[] | null {
  const shortTerms = contentTerms(short);
  const longTerms = contentTerms(long);
  const inShort = withStems(terms, shortTerms);
  const inLong = withStems(terms, longTerms);
  // Letters apart are words of much else: what "R&D" is found by.
  const isWord = termsOf(short).every(({ start, end }) => end - start === short.length);
  if (!isWord || shortTerms.length === 0 || longTerms.length < 2) return null;
  if (inShort.length > 0 === (inLong.length === longTerms.length)) return null;
  const [said, other] = inShort.length > 0 ? [inShort, longTerms] : [inLong, shortTerms];
  const kept = terms.filter((term) => !said.includes(term));
  return [...kept, ...other.filter(({ stem }) => kept.every((term) => term.stem !== stem))];
}

function withStems(terms: readonly Term[], wanted: readonly Term[]): Term[] {
  return terms.filter(({ stem }) => wanted.some((one) => one.stem === stem));
}

/** What a passage with all words of each wording would have at most, but for a factor common to all. */
async function weigh(searcher: Searcher, wordings: readonly (readonly Term[])[]): Promise<number[]> {
  const words = [...new Set(wordings.flat().map(({ word }) => word))];
  const { passages, passagesWith } = await searcher.wordCounts(words);
  const rarity = new Map(
    words.map((word, index) => {
      const holding = passagesWith[index]!;
      return [word, Math.log(1 + (passages - holding + 0.5) / (holding + 0.5))];
    }),
  );
  return wordings.map((wording) => wording.reduce((sum, { word }) => sum + rarity.get(word)!, 0));
}

function merge(all: readonly Candidate[], others: readonly Candidate[], scale: number): Candidate[] {
  const byPlace = new Map(all.map((candidate) => [placeKey(candidate), candidate]));
  for (const other of others) {
    const known = byPlace.get(placeKey(other)) ?? { ...other, lexical: null };
    const lexical =
      other.lexical === null ? known.lexical : Math.max(known.lexical ?? 0, scale * other.lexical);
    byPlace.set(placeKey(other), { ...known, lexical });
  }
  return [...byPlace.values()];
}

function placeKey({ articleKey, start }: PassagePlace): string {
  return `${start} ${articleKey}`;
}
