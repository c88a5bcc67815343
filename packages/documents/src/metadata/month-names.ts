/** Names of the months, January first, in languages that write the day before them: German, Dutch, French, Spanish, … */
const MONTHS: readonly string[] = [
  'januar|jänner|januari|janvier|enero|janeiro|gennaio|января|stycznia|ocak|січня',
  'februar|februari|février|febrero|fevereiro|febbraio|февраля|lutego|şubat|лютого',
  'märz|maart|mars|marzo|março|марта|marca|mart|березня',
  'april|avril|abril|aprile|апреля|kwietnia|nisan|квітня',
  'mai|mei|mayo|maio|maggio|мая|maja|maj|mayıs|травня',
  'juni|juin|junio|junho|giugno|июня|czerwca|haziran|червня',
  'juli|juillet|julio|julho|luglio|июля|lipca|temmuz|липня',
  'august|augustus|augusti|août|agosto|августа|sierpnia|ağustos|серпня',
  'september|septembre|septiembre|setiembre|setembro|settembre|сентября|września|eylül|вересня',
  'oktober|octobre|octubre|outubro|ottobre|октября|października|ekim|жовтня',
  'november|novembre|noviembre|novembro|ноября|listopada|kasım|листопада',
  'dezember|december|desember|décembre|diciembre|dezembro|dicembre|декабря|grudnia|aralık|грудня',
];

/** What Slavic languages write after the year: `10 июня 2022 года`. */
const YEAR_WORD = '(?:\\s*(?:года|г\\.|року|р\\.|roku|r\\.)(?!\\p{L}))?';
const DAY_MONTH_YEAR = `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:\\.|er|º|ª)?\\s+(?:de\\s+)?(${MONTHS.join('|')}),?\\s+(?:del?\\s+)?((?:19|20)\\d\\d)(?!\\d)${YEAR_WORD}`;
/** `2024年9月3日`, `2024년 9월 3일`. */
const YEAR_MONTH_DAY = '((?:19|20)\\d\\d)\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일号號]?';

const NAMED = new RegExp(DAY_MONTH_YEAR, 'iu');
const NUMBERED = new RegExp(YEAR_MONTH_DAY, 'u');

/** The pattern of a date as languages other than English write it, without groups; flags `iu`. */
export const OTHER_LANGUAGES_DATE = `${DAY_MONTH_YEAR}|${YEAR_MONTH_DAY}`.replace(/\((?=[^?])/g, '(?:');

/** Year, month and day of a date as languages other than English write it; null where there is none. */
export function dateInOtherLanguage(text: string): { year: number; month: number; day: number } | null {
  const numbered = NUMBERED.exec(text);
  if (numbered !== null) {
    const [year, month, day] = numbered.slice(1).map(Number);
    return { year: year!, month: month!, day: day! };
  }
  const named = NAMED.exec(text.normalize('NFC'));
  if (named === null) return null;
  const name = named[2]!.toLowerCase();
  const month = MONTHS.findIndex((names) => names.split('|').includes(name)) + 1;
  return { year: Number(named[3]), month, day: Number(named[1]) };
}
