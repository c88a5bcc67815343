import { isContentWord, type Term, termsOf } from '@footnote/retrieval';

/**
 * Small words of languages that share their letters with English, folded, that English has not: those that open
 * questions, articles, prepositions and verbs that few sentences do without. Particles of names (von, de, la) tell nothing.
 */
const FOREIGN_WORDS: ReadonlySet<string> = new Set(
  // German
  (
    'wer wen wem wessen wann wo warum wieso weshalb wie welche welcher welches welchem welchen wieviel woruber worin womit ' +
    'wohin woher ist sind wurde wurden wird werden hatte haben habe kann konnte nicht und oder mit zum zur auf nach seit ' +
    'uber fur zwischen durch gegen ohne sich ein eine einer einem einen das ihr ihre vom beim gibt bitte mir zu sagte gesagt ' +
    // French
    'qui quand ou pourquoi combien quel quelle quels quelles quoi est sont ete dans avec une aux et il elle ils elles que qu ' +
    'ce cette ces leur ont avait etait entre chez sur ' +
    // Spanish, Portuguese, Italian
    'quien quienes cuando donde cuanto cuantos cuanta cuantas cual cuales por para como fue esta segun quem onde quando ' +
    'quanto quantos quantas porque qual quais foi sao uma pelo pela sobre chi dove perche quanti quante cosa quale quali ' +
    'come che sono stato stata della delle degli nel nella gli si ' +
    // Dutch
    'wat waar wanneer waarom hoeveel hoe welke het een zijn werd heeft niet tussen naar voor ' +
    // Danish, Norwegian, Swedish, Finnish
    'vem vad nar var varfor hur hvem hva hvad hvor hvornar hvorfor hvordan och og ikke inte til fra mellan mellem blev ble ' +
    'kuka mika missa milloin miksi mita kuinka oli ovat ' +
    // Polish, Czech
    'kto co gdzie kiedy dlaczego ile jak kdo kde kdy proc kolik sie jest oraz byl byla bylo przez ktory ktora ktore se ' +
    // Turkish, Hungarian, Romanian
    'kim ne nerede neden nasil zaman kac hangi bir kimdir nedir mikor hol miert hogyan az volt egy melyik hany ' +
    'cand cine unde sunt este pentru intre ' +
    // Indonesian, Vietnamese
    'siapa apa kapan dimana mengapa bagaimana berapa dan yang dari untuk pada adalah khi nao nhau bao nhieu cua'
  ).split(' '),
);
/** Small words of English that other languages have too. */
const SHARED: ReadonlySet<string> = new Set(
  'was in an a as so do me on no he i er die des de la le os is am at had her s t d m ve re ll'.split(' '),
);
/** Small words that are family names or given names as well: one that opens a question may be either. */
const NAMES: ReadonlySet<string> = new Set('kim wen dan yang mir'.split(' '));
/** One small word may be of a name ("Que Sera Sera"); two are of a sentence. */
const OF_A_SENTENCE = 2;
/** Of a question's letters, the share outside the Latin alphabet above which it is in another. */
const FOREIGN_LETTERS = 0.5;
/** The same of a question without a small word of English: the rest may be names. */
const FOREIGN_LETTERS_BESIDE_NAMES = 0.2;
const QUOTED = /["“„«][^"”“»]*["”“»]/gu;

/**
 * Whether a question is plainly in another language than English, the one that the models that ship read: most of its
 * letters are of another alphabet, or it has small words of another language and none of English. Names alone are in no
 * language, and what it quotes is not its own.
 */
export function isForeign(question: string): boolean {
  const own = question.replace(QUOTED, ' ');
  const asked = /\p{L}/u.test(own) ? own : question;
  const isEnglish = smallWordsOutsideNames(asked).some(
    ({ word, start, end }) => !SHARED.has(word) && isPlain(asked.slice(start, end)),
  );
  const letters = asked.match(/\p{L}/gu)?.length ?? 0;
  const others = letters - (asked.match(/\p{Script=Latin}/gu)?.length ?? 0);
  if (others > (isEnglish ? FOREIGN_LETTERS : FOREIGN_LETTERS_BESIDE_NAMES) * letters) return true;
  return !isEnglish && (foreignWords(asked) >= OF_A_SENTENCE || asksWithForeignWord(asked));
}

/**
 * The small words of English in a question but those of a name, as "of" is of "Power of Siberia": words with a capital
 * stand before and after, and the question's first word, which has its capital from there, is none of them.
 */
function smallWordsOutsideNames(question: string): Term[] {
  const terms = termsOf(question);
  const mayBeName = capitals(question, terms);
  const isSmall = terms.map(({ word }, index) => !isContentWord(word) && !mayBeName[index]);
  return terms.filter((_, index) => {
    const before = isSmall.lastIndexOf(false, index);
    const after = isSmall.indexOf(false, index);
    return isSmall[index] && !(mayBeName[before] && mayBeName[after]);
  });
}

/** Which of a question's words may be of a name: those with a capital but the first, where not all are capitals. */
function capitals(question: string, terms: readonly Term[]): boolean[] {
  const isShouted = !/\p{Ll}/u.test(question);
  return terms.map(({ start }, index) => index > 0 && !isShouted && /^\p{Lu}/u.test(question.slice(start)));
}

/** Not "Cận", which is "can" without its marks. */
function isPlain(written: string): boolean {
  return /^\p{ASCII}*$/u.test(written);
}

/** Words that are foreign by themselves, or by a letter that English has not, where they are no names. */
function foreignWords(question: string): number {
  const terms = termsOf(question);
  const mayBeName = capitals(question, terms);
  const small = new Set<string>();
  for (const [index, { word }] of terms.entries()) {
    if (FOREIGN_WORDS.has(word) && !mayBeName[index]) small.add(word);
  }
  const marked = question.match(/(?<!\p{L})\p{Ll}*(?!\p{ASCII})\p{Ll}\p{Ll}*(?!\p{L})/gu) ?? [];
  return small.size + marked.filter((word) => termsOf(word).every((term) => !small.has(term.word))).length;
}

/** "Qui dirige Gazprom ?", "In welchem Jahr": one such word is enough where it is plainly not of a name. */
function asksWithForeignWord(question: string): boolean {
  if (!/\?\s*$/u.test(question)) return false;
  const opening = /^\P{L}*(\p{Lu}\p{L}*)['’ ]\s*\p{Ll}\p{L}*\s/u.exec(question);
  const small = question.match(/(?<!\p{L})\p{Ll}{5,}(?!\p{L})/gu) ?? [];
  return [opening?.[1] ?? '', ...small].some((written) => {
    return termsOf(written).some(({ word }) => FOREIGN_WORDS.has(word) && !NAMES.has(word));
  });
}
