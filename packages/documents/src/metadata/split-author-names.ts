/** Small words that stand within names. */
const PARTICLES = new Set(
  'de da do dos das di du del della der den van von la le el al bin bint ibn y e'.split(' '),
);

/**
 * The people that a byline names: "By Ada Moss, Bo Lind and Cy Orr" are three. "Doe, John" is one, and so is a name
 * with a word such as "of" in it, which is an institution's.
 */
export function splitAuthorNames(byline: string): string[] {
  const names = byline
    .replace(/^\s*(?:written |reported |story )?by\b:?\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  const people = names
    .split(/\s*[;|]\s*/)
    .flatMap(splitList)
    .map(withoutEndMark);
  return [...new Set(people.filter((name) => name !== ''))];
}

/** A final comma or full stop, but for the one of an initial or of "Jr." */
function withoutEndMark(name: string): string {
  return /\b(?:\p{Lu}|Jr|Sr)\.$/u.test(name) ? name : name.replace(/[,.]+$/, '');
}

function splitList(names: string): string[] {
  const byAnd = names.split(/,?\s+(?:and|&|und|et|y)\s+/i);
  const parts = byAnd.flatMap((part) => part.split(/,\s+/));
  if (parts.length === 1 || !parts.every(isPerson)) return [names];
  const isOneWord = (part: string) => !part.includes(' ');
  if (byAnd.length === 1 && parts.some(isOneWord)) return [names];
  return parts;
}

function isPerson(name: string): boolean {
  const words = name.split(' ');
  return (
    words.length <= 5 &&
    words.every((word) => /^\p{Lu}|^[\p{Lo}]/u.test(word) || PARTICLES.has(word.toLowerCase()))
  );
}
