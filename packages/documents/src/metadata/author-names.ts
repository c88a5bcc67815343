/** What is known around a byline, to tell names from what stands beside them. */
export interface BylineContext {
  /** Names that are no person's even where they stand alone: the publication's, the headline. */
  readonly notNames?: readonly (string | null)[];
  /** True where the page says that the statement is a person's name. */
  readonly isPerson?: boolean;
}

const ENGLISH_LEAD =
  /^(?:(?:written|reported|posted|review(?:ed)?|words|story|text|news|report|analysis|compiled|submitted)\s+)?by(?=[\s:：]|$)\s*[:：]?\s*/i;
/** `本报记者`, `黑河日报记者`: reporter, and of which paper. */
const REPORTER = '(?:\\p{Script=Han}{0,7}[报報社网網])?(?:记者|記者|通讯员|通訊員)';
/** How a byline with a label begins; flags `iu`. */
export const BYLINE_LABEL = `(?:(?:authors?|autor(?:es|a|en|in)?|auteurs?|autore|byline|автор[ыи]?|作者|著者|筆者|${REPORTER}|文|text|texte|texto|testo|tekst|текст)\\s*[:：/|丨]|(?:автор[ыи]?|${REPORTER})(?=\\s))\\s*`;
const LABEL_LEAD = new RegExp(`^${BYLINE_LABEL}`, 'iu');
/** These are names too ("Von Miller"), so that a name of two words must follow. */
const OTHER_LEAD =
  /^(?:(?:text|texte|texto|testo|tekst) )?(?:von|par|por|di|door|av|af|oleh|от)\s*:?\s+(?=\S+\s+\S)/iu;
/** "Artikel von Ada Moss", "Publicado por Ada Moss", "All posts by Ada Moss": what a page calls a byline, or a link to more. */
const WORKS_BY_LEAD =
  /^(?:(?:alle|all|tous les|todos los|more|mehr)\s+)?(?:artikel|beiträge|beitrag|bericht|erstellt|geschrieben|verfasst|veröffentlicht|fotos?|interview|escrito|publicado|redactado|artículos?|écrit|publié|rédigé|articles?|posts?|stories|scritto|pubblicato|articoli|geschreven|skrevet|skriven)\s*(?::|(?:von|vom|por|par|da|di|by|door|av|af)(?=\s|:|$))\s*/iu;
/** `Dr. Ada Moss`: no part of the name where two words follow. */
const HONORIFIC = /^(?:dr|prof|professor|mr|mrs|ms|rev)\.?\s+(?=\S+\s+\S)/iu;
const JOB =
  '(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|producers?|journalists?|critics?|photographers?|' +
  'redakteur(?:in)?|korrespondent(?:in)?|reporterin|autor(?:in)?|expert(?:e|in)|journaliste|periodista|redactora?|corresponsal|giornalista)';
/** `Staff writer Ada Moss`, `Xinhua writers Li Na and Wu Bo`. */
const JOB_LEAD = new RegExp(`^(?:[\\p{L}-]+\\s+){0,3}(?:[\\p{L}-]+-)?${JOB}:?\\s+(?=\\p{Lu})`, 'iu');

/** After these words a byline speaks of something else, or of somebody else's part in the work. */
const OTHER_PART =
  /\s*[,;|(]?\s*(?:with\s+)?\b(?:additional|edited|editing|photos?|fotos?|bilder|photographs?|photography|illustrat\w+|video|translat\w+|graphics|fact[- ]check\w*|produced|narrated|updated|published|posted|files|contributions?)(?:\s+(?:reporting|by|on|at|from|von|par|por)\b|\s*:).*$/iu;
const DATE_OR_TIME =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}|\d{1,2}:\d{2}|\bat\s+\d/i;
const SUFFIX =
  /^(?:jr|sr|ii|iii|iv|md|m\.d|phd|ph\.d|esq|ma|ms|msc|mph|mba|rn|rd|rdn|ld|dds|do|dnp|np|jd|cpa|cfa)\.?$/i;
const PARTICLE =
  /^(?:de|da|do|dos|das|di|du|del|della|der|den|van|von|la|le|el|al|bin|bint|ibn|y|e|ten|ter|zu|zur|af|av|'t|of)$/i;

/** `Ada Moss in Kelm`, `Bo Lind for The Courier`: what follows the name is a place or who printed it. */
const PLACE = /\s+(?:in|at|for|of|from|à|aus|reports?|reporting)(?:\s+(?=\S).*|$)/iu;
const PLACE_ALONE =
  /^(?:new york|new delhi|los angeles|san francisco|hong kong|tel aviv|abu dhabi|buenos aires|mexico city|cape town|kuala lumpur|rio de janeiro|são paulo|sao paulo|united nations|washington,? d\.?c\.?)$/i;

/** News agencies: an article's author where it names nobody. */
const AGENCY =
  /^(?:the )?(?:reuters|afp|ap|associated press|agence france-presse|xinhua(?: news agency)?|tass|dpa|efe|ansa|pti|press trust of india|ians|upi|kyodo(?: news)?|anadolu(?: agency)?|bloomberg(?: news)?|pa media|press association|canadian press|aap|interfax|ria novosti|bernama|yonhap(?: news agency)?|prensa latina)$/i;
/** Bodies that publish in their own name. */
const ORGANIZATION =
  /\b(?:ministry|ministerio|department|embassy|university|institute|organi[sz]ation|association|foundation|federation|council|committee|commission|cent(?:re|er) for|society|academy|alliance|coalition)\b/i;

/** Words that no person's name has: of offices, of papers, of a page's buttons. */
const NO_NAME_WORD =
  /@|https?:|www\.|\.(?:com|org|net|co\.\w\w)\b|[:：]$|\b(?:staff|editors?|editorial|reporters?|writers?|correspondent|contributors?|columnist|senior|managing|deputy|associate|assistant|special|to|for|the|press|news|newsroom|times|journal|herald|tribune|gazette|network|media|magazine|agency|agencies|bureau|desk|team|daily|weekly|archive|posts|author|follow|opinion|published|updated|log ?in|sign ?(?:in|up)|comments?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
/** Words that are surnames too: they end a person's name where the page says that it is one. */
const SURNAME_TOO = /\b(?:post|guest|more|read|day|today|wire)$/i;
const PAPER =
  /^(?:the|washington|huffington|denver|new york|jerusalem|bangkok|jakarta|kathmandu|national|financial|palm beach|morning|evening|sunday|houston|yorkshire|birmingham|liverpool|\S+ china morning) post$|^(?:guest|read|see|log|view|learn|show|load|find)\b|\b(?:usa|business) today$/i;
/** What stands in the place of a name on many pages and is none. */
const NEVER =
  /^(?:by|authors?|people|admin(?:istrator)?|webmaster|editor|staff|guest|unknown|anonymous|null|undefined|none|n\/a|home|share|more|read|follow|post|print|youtube|facebook|twitter|instagram|tiktok|whatsapp|telegram|linkedin|google|medium|wordpress|blogger|redaktion|redacci[óo]n|redação|r[ée]daction|redazione|редакция|von|por|par|di|da|door|av|af|name|last|posted|published|written|updated|artikel|article|beitrag|beiträge|alle (?:artikel|beiträge)|all (?:posts|articles|stories)|(?:revised|first|second|third) edition|log ?out|sign ?out|anmelden|abmelden|退出|登录|登陆|登入|注册|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|jeu|vendre)di|mercredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)$/iu;

/**
 * Who wrote an article, by a byline or what a page states as its author: "By A. Writer and B. Other in Kelm, The Paper"
 * gives two names. Places, offices, papers, agencies beside a name and other people's parts are left out; an agency or
 * a body such as a ministry counts where nobody is named.
 */
export function parseAuthorNames(statement: string, context: BylineContext = {}): string[] {
  const line = statement.normalize('NFC').replace(/\s+/g, ' ').trim();
  // Some pages give an address as their author.
  if (/^(?:https?:|www\.)/i.test(line)) return [];
  const { rest, hasLead } = withoutLead(line);
  const isPerson = hasLead || context.isPerson === true;
  const notNames = new Set((context.notNames ?? []).map((name) => name?.normalize('NFC').toLowerCase()));
  const accepts = (name: string) => !notNames.has(name.toLowerCase()) && isName(name, isPerson);
  const signed = rest.replace(OTHER_PART, '');
  if (isReversed(signed) && accepts(signed.replace(',', ''))) return [signed];
  const parts = partsOf(signed);
  const body = signed.replace(/[\s.,]+$/, '');
  if (isOrganization(body, parts) && !notNames.has(body.toLowerCase())) return [body];
  const names = personsIn(parts, accepts);
  if (names.length > 0) return names;
  return parts
    .map(({ text }) => text)
    .filter((text) => AGENCY.test(text) && !notNames.has(text.toLowerCase()));
}

/** The authors that a person gave: names as far as they read as such, else what was given. */
export function givenAuthors(statement: string): string[] {
  const names = parseAuthorNames(statement, { isPerson: true });
  return names.length > 0 || statement.trim() === '' ? names : [statement.trim()];
}

/** Whether all of these are news agencies: then the page may name a person elsewhere. */
export function areAgencies(names: readonly string[]): boolean {
  return names.every((name) => AGENCY.test(name));
}

/** Whether a line is a byline and nothing else: "By" and names, with what stands beside names in bylines. */
export function isByline(line: string): boolean {
  const { rest, hasLead } = withoutLead(line.normalize('NFC').trim());
  if (!hasLead || /[.!?:]["”’]?$/.test(rest.replace(/\b(?:\p{Lu}|Jr|Sr|[ap]\.m)\.$/u, ''))) return false;
  if (WEEKDAY_OR_MONTH.test(rest)) return false;
  const words = rest.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*/gu) ?? [];
  const isBylineWord = (word: string) =>
    !/^(?:\p{Ll}|\p{Script=Han}{6})/u.test(word) ||
    PARTICLE.test(word) ||
    CONNECTING_WORD.test(word) ||
    NO_NAME_WORD.test(word);
  return words.length > 0 && words.length <= 16 && words.every(isBylineWord);
}

const WEEKDAY_OR_MONTH =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d)/i;
const CONNECTING_WORD =
  /^(?:and|und|et|with|avec|mit|con|in|at|for|of|from|och|og|и|та|additional|reporting|chief|political|by|business|sports?|science|photos?|video|edited|updated|posted|published|on)$/i;

function withoutLead(line: string): { rest: string; hasLead: boolean } {
  const rest = line.replace(ENGLISH_LEAD, '').replace(WORKS_BY_LEAD, '').replace(LABEL_LEAD, '');
  const other = rest === line ? line.replace(OTHER_LEAD, '') : rest;
  return { rest: other, hasLead: other !== line };
}

interface BylinePart {
  readonly text: string;
  /** What stood before it. */
  readonly joint: 'start' | 'comma' | 'and' | 'bar';
}

const JOINT =
  /\s*(?:[;|•·/、，]|,?\s+(?:and|und|et|with|avec|mit|och|og|и|та)\s+|,?\s*&\s*|,|\s+[ye]\s+(?=\p{Lu}\S*\s+\p{Lu}))\s*/iu;

function partsOf(signed: string): BylinePart[] {
  const line = signed
    .replace(/\((?:avec|with|mit|con)\s+([^()]*)\)/giu, ', $1')
    .replace(/\s*\(([^()]*)\)?(?=\s*(?:$|[,;|&]|and\b))/giu, (_, inside: string) =>
      AGENCY.test(inside.trim()) ? `, ${inside}` : '',
    );
  const parts: BylinePart[] = [];
  let joint: BylinePart['joint'] = 'start';
  for (const piece of line.split(new RegExp(`(${JOINT.source})`, 'iu'))) {
    if (new RegExp(`^(?:${JOINT.source})$`, 'iu').test(piece)) {
      joint = /[;|•·/]/.test(piece) ? 'bar' : /^\s*,\s*$/.test(piece) ? 'comma' : 'and';
    } else if (piece.trim() !== '') {
      parts.push({ text: piece.trim(), joint });
    }
  }
  return parts.flatMap(namesWithoutSpaces);
}

/** `李娜 王博` are two persons: such names are written without spaces. */
function namesWithoutSpaces(part: BylinePart): BylinePart[] {
  if (!/^\p{Script=Han}{2,4}(?:\s+\p{Script=Han}{2,4})+$/u.test(part.text)) return [part];
  return part.text.split(/\s+/).map((text, at) => ({ text, joint: at === 0 ? part.joint : 'and' }));
}

function personsIn(parts: readonly BylinePart[], accepts: (name: string) => boolean): string[] {
  const names: string[] = [];
  let isClosed = false;
  for (const { text, joint } of parts) {
    if (SUFFIX.test(text) && names.length > 0) {
      names.push(`${names.pop()}, ${text}`);
      continue;
    }
    const date = DATE_OR_TIME.exec(text);
    const name = tidyName(date === null ? text : text.slice(0, date.index));
    // "A, B and C, D": "and" closes a list, and what follows is where they work.
    const isBeside = joint === 'comma' && (isClosed || PLACE_ALONE.test(name));
    isClosed ||= joint === 'and';
    if (!isBeside && accepts(name) && !names.includes(name)) names.push(name);
    // After the date come no more names.
    if (date !== null) break;
  }
  const hasFullName = names.some((name) => name.includes(' '));
  // One word beside a full name is a place, an agency or a paper.
  return hasFullName ? names.filter((name) => name.includes(' ') || !/\P{Lo}/u.test(name)) : names;
}

function tidyName(text: string): string {
  const bare = withoutLead(text).rest.replace(JOB_LEAD, '').replace(HONORIFIC, '');
  const place = PLACE.exec(bare);
  const isAfterName = place !== null && bare.slice(0, place.index).includes(' ');
  const name = isAfterName ? bare.slice(0, place.index) : bare;
  const hasInitial = /(?:^|\s|\.)(?:\p{Lu}|Jr|Sr)\.$/u.test(name);
  return inUsualCapitals(hasInitial ? name : name.replace(/[\s.,:–—-]+$/, ''));
}

/** `NORA O'FELD` as `Nora O'Feld`; a single word in capitals may be an agency, and stays. */
function inUsualCapitals(name: string): string {
  const words = name.split(' ');
  if (words.length < 2 || name !== name.toUpperCase() || !/\p{Lu}{3}/u.test(name)) return name;
  return words
    .map((word) =>
      /^(?:\p{Lu}\.)+$|^(?:\p{Lu}{1,2}|III)$/u.test(word)
        ? word
        : word
            .toLowerCase()
            .replace(
              /(^|['’-]|^mc)(\p{Ll})/gu,
              (_, before: string, letter: string) => before + letter.toUpperCase(),
            )
            .replace(/^Mc\p{Ll}/u, (start) => `Mc${start.slice(2).toUpperCase()}`),
    )
    .join(' ');
}

/** "Ministry of Trade and Industry", but not "Ada Moss, University of Kelm". */
function isOrganization(body: string, parts: readonly BylinePart[]): boolean {
  const first = parts[0]?.text ?? '';
  return ORGANIZATION.test(first) && /^\p{Lu}/u.test(body) && body.length <= 80 && !DATE_OR_TIME.test(body);
}

/** `Doe, John` is one person, filed by surname. */
function isReversed(signed: string): boolean {
  const match =
    /^(\p{Lu}[\p{L}\p{M}'’-]+), (\p{Lu}[\p{L}\p{M}'’.-]+(?: (?:\p{Lu}\.?|de|van|von|der|den|da|di))*)$/u.exec(
      signed,
    );
  return match !== null && !AGENCY.test(match[1]!) && !AGENCY.test(match[2]!) && !SUFFIX.test(match[2]!);
}

/** "von Redaktion": what is no name is none after "by" either. */
const LONE_LEAD = /^(?:von|par|por|di|door|av|af|oleh)\s+/iu;

function isName(name: string, isPerson: boolean): boolean {
  if (name.length < 2 || name.length > 60 || !/\p{L}/u.test(name)) return false;
  if (NEVER.test(name) || NEVER.test(name.replace(LONE_LEAD, ''))) return false;
  // Two or three capitals alone are somebody's initials or a site's.
  if (AGENCY.test(name) || PAPER.test(name) || /^\p{Lu}{2,3}$/u.test(name)) return false;
  const words = name.split(' ');
  if (words.length > 5 || NO_NAME_WORD.test(name) || /[\d#]/.test(name.replace(/^\w+$/, ''))) return false;
  if (SURNAME_TOO.test(name) && !(isPerson && words.length >= 2 && words.length <= 3)) return false;
  // "More by", "Seite von": a name that is still to come.
  if (words.length > 1 && /^(?:by|von|vom|por|par|door)$/.test(words.at(-1)!)) return false;
  const isHandle = /^[a-z]+[A-Z0-9_]/.test(name);
  return isHandle || (words.every(isNameWord) && !words.every((word) => PARTICLE.test(word)));
}

function isNameWord(word: string): boolean {
  return /^["'“‘(]?[\p{Lu}\p{Lt}\p{Lo}]|^[dl]['’]\p{Lu}|^[-–]$/u.test(word) || PARTICLE.test(word);
}
