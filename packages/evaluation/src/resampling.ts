import { type Interval, wilsonInterval } from './wilson-interval.ts';

/** Figures of a sample of questions, by name; null where the sample has none to give. */
export type Figures<Name extends string> = Readonly<Record<Name, number | null>>;

export interface Difference {
  readonly first: number;
  readonly second: number;
  /** `second - first`, and where it lies for all such questions with a confidence of 95 %. */
  readonly difference: number;
  readonly interval: Interval;
  /** How probable so great a difference is, either way, were the two settings alike. */
  readonly p: number;
}

const ROUNDS = 1000;

/**
 * Where each figure lies for all questions of the kind with a confidence of 95 %: the middle 95 % of what it is over
 * samples of the same size drawn from the questions, each of them any number of times (percentile bootstrap, Efron and
 * Tibshirani 1993, chapter 13). Where all questions came out alike, all samples do, and say nothing of how far that may be
 * chance: a figure of 0 or 1 has the interval of a share of as many questions. The same questions give the same intervals.
 * @param asked on how many questions a figure rests; on all where it is not given
 */
export function bootstrap<One, Name extends string>(
  questions: readonly One[],
  measure: (sample: readonly One[]) => Figures<Name>,
  asked: Partial<Readonly<Record<Name, number>>> = {},
): Readonly<Record<Name, Interval | null>> {
  const random = randomNumbers();
  const rounds = Array.from({ length: ROUNDS }, () => measure(drawn(questions, random)));
  return mapFigures(measure(questions), (name, figure) => {
    if (figure === null) return null;
    const interval = middle(rounds.map((round) => round[name]));
    const isAlike = interval === null || interval[0] === interval[1];
    if (!isAlike || (figure !== 0 && figure !== 1)) return interval;
    const total = asked[name] ?? questions.length;
    return wilsonInterval(figure * total, total) ?? interval;
  });
}

/**
 * Compares two settings on the same questions: the interval of the difference by drawing pairs (as `bootstrap`), and
 * its probability by a paired randomization test (Fisher 1935; the test to take for such means by Smucker, Allan and
 * Carterette 2007): the outcomes of a question change sides by the toss of a coin.
 */
export function comparePaired<One, Name extends string>(
  [first, second]: readonly [readonly One[], readonly One[]],
  measure: (sample: readonly One[]) => Figures<Name>,
): Readonly<Record<Name, Difference | null>> {
  if (first.length !== second.length)
    throw new RangeError('Both settings are measured on the same questions.');
  const random = randomNumbers();
  const places = first.map((_, place) => place);
  const measureBoth = (ofFirst: readonly One[], ofSecond: readonly One[]) =>
    differences(measure(ofFirst), measure(ofSecond));
  const resampled = Array.from({ length: ROUNDS }, () => {
    const sample = drawn(places, random);
    return measureBoth(
      sample.map((place) => first[place] as One),
      sample.map((place) => second[place] as One),
    );
  });
  const exchanged = Array.from({ length: ROUNDS }, () => {
    const swaps = places.map(() => random() < 0.5);
    const side = (ofOne: readonly One[], other: readonly One[]) =>
      places.map((place) => (swaps[place] ? other : ofOne)[place] as One);
    return measureBoth(side(first, second), side(second, first));
  });
  const [before, after] = [measure(first), measure(second)];
  return mapFigures(differences(before, after), (name, difference) => {
    if (difference === null) return null;
    const asGreat = exchanged.filter((round) => Math.abs(round[name] ?? 0) >= Math.abs(difference) - 1e-12);
    return {
      first: before[name] as number,
      second: after[name] as number,
      difference,
      interval: middle(resampled.map((round) => round[name])) ?? [difference, difference],
      p: (asGreat.length + 1) / (ROUNDS + 1),
    };
  });
}

function differences<Name extends string>(first: Figures<Name>, second: Figures<Name>): Figures<Name> {
  return mapFigures(first, (name, figure) => {
    const other = second[name];
    return figure === null || other === null ? null : other - figure;
  });
}

function mapFigures<Name extends string, To>(
  figures: Figures<Name>,
  change: (name: Name, figure: number | null) => To,
): Readonly<Record<Name, To>> {
  const entries = (Object.keys(figures) as Name[]).map((name) => [name, change(name, figures[name])]);
  return Object.fromEntries(entries) as Record<Name, To>;
}

function drawn<One>(questions: readonly One[], random: () => number): One[] {
  return questions.map(() => questions[Math.floor(random() * questions.length)] as One);
}

/** Null when no sample has the figure. */
function middle(values: readonly (number | null)[]): Interval | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  return sorted.length === 0 ? null : [at(0.025), at(0.975)];
}

/** The same numbers from 0 to 1 every time (mulberry32, by Tommy Ettinger). */
function randomNumbers(): () => number {
  let state = 20_240_501;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
