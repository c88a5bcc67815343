import {
  AFTER_CLOCK_TIME,
  BEFORE_NEW_NAMES,
  BEFORE_NUMBERS,
  BEFORE_NUMBERS_CAPITALISED,
  GOING_ON,
  NEVER_FINAL,
  NEVER_FINAL_CAPITALISED,
  SENTENCE_OPENERS,
  SENTENCE_SUBJECTS,
  SOMETIMES_FINAL,
  SOMETIMES_FINAL_CAPITALISED,
  VERB,
} from './abbreviations.ts';

/** A mark that may end a sentence, within a run of text. */
export interface PossibleEnd {
  readonly source: string;
  /** Where the sentence begins that the mark may end. */
  readonly start: number;
  readonly index: number;
  /** The terminators, and what closes with them; without the white space that follows. */
  readonly mark: string;
  /** Where the next sentence would begin. */
  readonly next: number;
}

/** What may stand before the first word of a sentence. */
const OPENING = /^["'‘“«‹„‚»([{¿¡—–•⁃-]+\s?/u;
const COURTESY_TITLE = /^(?:Mr|Mrs|Ms|Dr)\b/u;
const SAYING =
  'said|says|asked|asks|added|adds|replied|wrote|writes|tweeted|recalled|explained|argued|insisted|warned|admitted|' +
  'joked|continued|concluded|declared|exclaimed|shouted|whispered|noted|remarked|responded|answered|complained|' +
  'wondered|cried|quipped|commented';
const SPEAKER = String.raw`^(?:\p{Lu}[\p{L}'’.-]*\s){1,5}(?:(?:later|then|also|\p{Ll}+ly)\s)?(?:${SAYING})`;
/** A comma before a quotation begins the next one: "He added, “No.”" */
const CLAUSE_END = String.raw`[.;!?]|,(?!\s["“‘'])|$`;
/** "“It is done.” Holt said." */
const SPEAKER_ALONE = new RegExp(`${SPEAKER}(?:${CLAUSE_END})`, 'u');
/** "“Is it done?” Holt asked on Monday" */
const SPEAKER_OF_QUESTION = new RegExp(
  String.raw`${SPEAKER}(?:${CLAUSE_END}|\s(?:on|in|at|during|after|before|as|when|while|to|of|with|from|reporters|again)\b)`,
  'u',
);
/** What a sentence begins with that tells the hour first. */
const OPENING_TIME =
  /^(?:At|By|Around|About|Before|After|From|Until|Since|Between|Shortly|Just|On|Today|Tomorrow|Yesterday)\b.{0,24}$/u;
/** "a) …", "(ii) …" */
const LETTERED_ITEM = /^\(?(?:[a-z]|[ivx]{1,5})\)\s/u;
const NAME_WITH_MARK = /(?:^|\P{L})(?:Yahoo|Jeopardy)$/u;
/** Names of sites and programs end so: their inner stops end nothing. */
const SITE_ENDING = /^(?:Com|Net|Org|Gov|Edu|Info|Io|Js|Tv)\b/u;
/** The longest word that is looked at. */
const LONGEST_WORD = 24;
/** How far around a mark one looks. */
const SURROUNDINGS = 80;

/** How Japanese goes on after a quotation: "… he said". */
const AFTER_JAPANESE_QUOTATION = /^(?:と|って|など)/u;
/** The longest quotation that is looked through for its end. */
const LONGEST_QUOTATION = 300;

/** Whether a Japanese sentence goes on after the quotation that the mark stands in, or that ends with it. */
function isInJapaneseQuotation({ source, start, index, mark, next }: PossibleEnd): boolean {
  if (/[」』]$/u.test(mark)) return AFTER_JAPANESE_QUOTATION.test(source.slice(next, next + 3));
  if (!/[。！？｡]/u.test(mark)) return false;
  const before = source.slice(Math.max(start, index - LONGEST_QUOTATION), index);
  if (
    Math.max(before.lastIndexOf('「'), before.lastIndexOf('『')) <=
    Math.max(before.lastIndexOf('」'), before.lastIndexOf('』'))
  )
    return false;
  const after = source.slice(next, next + LONGEST_QUOTATION);
  const closes = after.search(/[」』]/u);
  return closes >= 0 && AFTER_JAPANESE_QUOTATION.test(after.slice(closes + 1, closes + 4));
}

/** Whether the sentence ends at the mark, by the words before and after it. */
export function endsSentence(end: PossibleEnd): boolean {
  const { source, index, mark } = end;
  const following = source.slice(end.next, end.next + SURROUNDINGS);
  const next = following.replace(OPENING, '');
  const isGlued = end.next === index + mark.length && next !== '' && !/[。！？｡]/u.test(mark);
  if (/^\p{Ll}(?!\p{Lu})/u.test(next) && !LETTERED_ITEM.test(following)) return false;
  if (isInJapaneseQuotation(end)) return false;
  if (/^\.(?![\p{Lu}\d])/u.test(following) || /[([]/u.test(source.charAt(index - 1))) return false;
  if (/^\.[^\S\r\n]\.[^\S\r\n]\.$/u.test(mark)) return false;
  if (isGlued && !endsWithoutSpace(end, next)) return false;
  if (/["'’”»]/u.test(mark) && namesSpeaker(mark, following)) return false;
  if (mark === '!' && NAME_WITH_MARK.test(source.slice(Math.max(0, index - LONGEST_WORD), index)))
    return opens(next);
  if (!/^\.[^.]*$/u.test(mark)) return true;
  return stopEndsSentence(end, next, following);
}

/** Whether a single full stop ends the sentence, by the word before it and by what follows. */
function stopEndsSentence(end: PossibleEnd, next: string, following: string): boolean {
  const { source, start, index } = end;
  const word = wordBefore(end);
  if (word === '') return true;
  const belongsTo = (always: ReadonlySet<string>, capitalised: ReadonlySet<string>): boolean =>
    always.has(word.toLowerCase()) || (/^\p{Lu}/u.test(word) && capitalised.has(word.toLowerCase()));
  if (belongsTo(NEVER_FINAL, NEVER_FINAL_CAPITALISED)) return false;
  const number = /\d/u.exec(end.mark) ?? /^(?:[\d#]|(?:[IVX]{2,4}|[VX])\b)/u.exec(next);
  if (number && belongsTo(BEFORE_NUMBERS, BEFORE_NUMBERS_CAPITALISED)) return false;
  if (/^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$/u.test(word) && opensSentence(end, word)) return false;
  const lead = source.slice(Math.max(start, index - SURROUNDINGS), index);
  if (/\d\s?[ap]\.?m$/iu.test(lead)) return clockTimeEndsSentence(lead, next);
  if (/^[ap]m$/iu.test(word)) return true;
  const isAbbreviation =
    isInitial(word, lead, next) ||
    belongsTo(SOMETIMES_FINAL, SOMETIMES_FINAL_CAPITALISED) ||
    /^(?:\p{L}\.)+\p{L}$/u.test(word);
  const opensNext = opens(next) || (BEFORE_NEW_NAMES.has(word.toLowerCase()) && opensWithName(next));
  return !isAbbreviation || (opensNext && !/^[–—-]/u.test(following));
}

/** Whether text begins as a sentence does rather than as a name goes on. */
function opens(next: string): boolean {
  if (COURTESY_TITLE.test(next)) return true;
  const first = /^\p{Lu}\p{Ll}*(?=[\s,'’])/u.exec(next)?.[0];
  if (first === undefined) return false;
  if (SENTENCE_OPENERS.has(first.toLowerCase())) return true;
  return SENTENCE_SUBJECTS.has(first.toLowerCase()) && /^\s\p{Ll}/u.test(next.slice(first.length));
}

/** "Holt stayed …" */
function opensWithName(next: string): boolean {
  const [, name, rest = ''] = /^(\p{Lu}\p{Ll}+)\s(.*)/u.exec(next) ?? [];
  return name !== undefined && !GOING_ON.has(name.toLowerCase()) && VERB.test(rest);
}

/** "It closes at 6 p.m. Tickets …", but not "at 6 p.m. Monday", "the 6 p.m. News" or "At 6 p.m. Mr. Holt …". */
function clockTimeEndsSentence(lead: string, next: string): boolean {
  const before = lead.replace(/[\d:.]+\s?[ap]\.?m$/iu, '').trim();
  if (OPENING_TIME.test(before)) return opens(next) && !COURTESY_TITLE.test(next);
  if (opens(next)) return true;
  if (AFTER_CLOCK_TIME.test(next) || !/^\p{L}/u.test(next)) return false;
  return !/\b(?:the|an?|every|this|that|its|his|her|their|our)$/iu.test(before);
}

/** A capital that stands for a name; not the word "I". */
function isInitial(word: string, lead: string, next: string): boolean {
  const isPronoun = /\b(?:and|or|than|but|as)\s+I$/u.test(lead) && !/^\p{Lu}\./u.test(next);
  return /^\p{Lu}$/u.test(word) && !isPronoun;
}

function opensSentence({ source, start, index }: PossibleEnd, word: string): boolean {
  if (index - start > LONGEST_WORD) return false;
  return source.slice(start, index).trim().replace(OPENING, '') === word;
}

/** Whether the name of a speaker and a verb of saying follow a quotation, which they then belong to. */
function namesSpeaker(mark: string, following: string): boolean {
  const first = /^\p{L}+/u.exec(following)?.[0].toLowerCase() ?? '';
  if (SENTENCE_OPENERS.has(first) && !/^(?:he|she|they|we|i)$/u.test(first)) return false;
  return (/[!?]/u.test(mark) ? SPEAKER_OF_QUESTION : SPEAKER_ALONE).test(following);
}

/** Whether a space was left out after the mark; addresses and names of files have stops within them. */
function endsWithoutSpace(end: PossibleEnd, next: string): boolean {
  const { source, index } = end;
  const before = /\S*$/u.exec(source.slice(Math.max(0, index - SURROUNDINGS), index))?.[0] ?? '';
  const after = /^\S*/u.exec(next)?.[0] ?? '';
  if (/[@/\\_=#&]|www\./iu.test(before + after)) return false;
  if (SITE_ENDING.test(after) || /^\p{L}+\.\p{L}/u.test(after)) return false;
  return opens(next) || !/(?:^|[^\p{L}])\p{Lu}\p{L}*$/u.test(before);
}

/** The run of letters, digits and inner stops that stands right before the mark. */
function wordBefore({ source, start, index }: PossibleEnd): string {
  const before = source.slice(Math.max(start, index - LONGEST_WORD), index);
  return /[\p{L}\p{N}][\p{L}\p{N}\p{M}.°]*$/u.exec(before)?.[0] ?? '';
}
