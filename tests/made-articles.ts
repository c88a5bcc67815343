const SUBJECTS = [
  'The minister',
  'A farmer',
  'The mayor',
  'The old ferry',
  'A choir',
  'The night train',
  'The baker',
];
const VERBS = ['opened', 'measured', 'sold', 'repaired', 'counted', 'announced', 'left', 'reached'];
const OBJECTS = [
  'the bridge',
  'eleven boats',
  'a new school',
  'the river bank',
  'the price of bread',
  'an election',
];
const PLACES = [
  'in Lund',
  'by the harbour',
  'near the border',
  'in the valley',
  'at the station',
  'on the island',
];
const TIMES = [
  'on Monday',
  'before dawn',
  'in the spring',
  'after nine years',
  'at noon',
  'for the third time',
];

/** A made-up article that is always the same for its number. */
export function madeArticle(number: number, words: number): string {
  const sentences: string[] = [];
  let seed = number * 7919 + 1;
  const pick = (list: readonly string[]): string => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return list[(seed >>> 8) % list.length]!;
  };
  while (sentences.length * 11 < words) {
    sentences.push(
      `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} ${pick(PLACES)} ${pick(TIMES)}, ${number * 31 + sentences.length} people said.`,
    );
  }
  return `Report ${number}\n\n${sentences.join(' ')}\n`;
}

/** So many of them, by file name. */
export function madeArticles(count: number, words: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, number) => [
      `report-${String(number).padStart(5, '0')}.txt`,
      madeArticle(number, words),
    ]),
  );
}
