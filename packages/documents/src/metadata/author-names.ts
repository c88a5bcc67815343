/** Words that mark what follows a name: an office, a paper, an address. */
const NOT_A_NAME =
  /@|https?:|www\.|\.(?:com|org|net|co\.\w\w)\b|\b(?:staff|editors?|reporters?|writers?|correspondent|contributors?|columnist|senior|managing|deputy|associate|assistant|special|to|for|of|the|press|news|times|post|journal|herald|tribune|gazette|network|media|magazine|agency|bureau|desk|team|wire|today|daily|weekly|archive|posts?|author|follow|more|guest|opinion|published|updated|read|log ?in|sign ?(?:in|up))\b|[:：]$/i;
const DATE_OR_TIME =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}|\d{1,2}:\d{2}|\bat\s+\d/i;
const LEAD =
  /^(?:(?:written|reported|posted|review(?:ed)?|words|story|text|news|report|analysis)\s+)?(?:by|von|par|por|di|door|от)\s*:?\s+|^(?:author|autor|auteur)s?\s*:\s*/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|md|m\.d|phd|ph\.d|esq|ma|ms|msc|mph|mba|rn|rd|dds|do|cfa)\.?$/i;

/**
 * The persons that an author statement or byline names: "By A. Writer and B. Other, The Paper" gives two.
 * @param publisher a name that is not a person's even where it stands alone.
 */
export function parseAuthorNames(statement: string, publisher: string | null = null): string[] {
  const line = statement.replace(/\s+/g, ' ').trim().replace(LEAD, '');
  const names: string[] = [];
  for (const part of line.split(/\s*(?:,|;|\||•|·|&|\/|\band\b|\bund\b|\bet\b)\s*/)) {
    if (part === '') continue;
    if (SUFFIX.test(part) && names.length > 0) {
      names.push(`${names.pop()}, ${part}`);
      continue;
    }
    if (DATE_OR_TIME.test(part)) break;
    const name = part
      .replace(LEAD, '')
      .replace(/[\s.:]+$/, (end) => (/\b\w\.$/.test(part) ? '.' : end.replace(/[\s.:]/g, '')));
    if (isName(name, publisher) && !names.includes(name)) names.push(name);
  }
  return names;
}

function isName(text: string, publisher: string | null): boolean {
  if (text.length < 2 || text.length > 60 || !/\p{L}/u.test(text)) return false;
  if (NOT_A_NAME.test(text) || /[\d#]/.test(text.replace(/^\w+$/, '')) || text.split(' ').length > 5)
    return false;
  if (publisher && text.toLowerCase() === publisher.toLowerCase()) return false;
  return /^[\p{Lu}\p{Lt}\p{Lo}]|^(?:de|van|von|di|da|al|el|bin|ibn)\s|^[a-z]+[A-Z0-9_]/u.test(text);
}
