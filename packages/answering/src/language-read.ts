import { isContentWord, termsOf } from '@footnote/retrieval';

/** Words that open questions in languages that share their letters with English, and are no English words. */
const FOREIGN_QUESTION_WORDS: ReadonlySet<string> = new Set(
  (
    'wer wen wem wessen wann wo warum wieso weshalb wie welche welcher welches wieviel ' +
    'qui quand ou pourquoi comment combien quel quelle quels quelles quoi est-ce ' +
    'quien quienes cuando donde cuanto cuantos cuanta cuantas que como cual cuales ' +
    'chi dove perche quanto quanti quante quando cosa quale quali come ' +
    'quem onde quantos quantas porque qual quais ' +
    'wat waar wanneer waarom hoeveel hoe welke ' +
    'vem vad nar var varfor hur hvem hva hvad hvor hvornar hvorfor hvordan kuka mika missa milloin miksi ' +
    'kto co gdzie kiedy dlaczego ile jak kdo kde kdy proc kolik kim ne nerede neden nasil'
  ).split(' '),
);
/** Of a question's letters, the share outside the Latin alphabet above which it is in another. */
const FOREIGN_LETTERS = 0.5;

/**
 * Whether a question is plainly in another language than English, the one that the models that ship read: most of its
 * letters are of another alphabet, or it opens as questions do elsewhere and holds no small word of English.
 */
export function isForeign(question: string): boolean {
  const letters = question.match(/\p{L}/gu) ?? [];
  const latin = question.match(/\p{Script=Latin}/gu) ?? [];
  if (letters.length > 0 && latin.length < (1 - FOREIGN_LETTERS) * letters.length) return true;
  const words = termsOf(question).map(({ word }) => word);
  const opens = words.slice(0, 3).some((word) => FOREIGN_QUESTION_WORDS.has(word));
  return (
    opens &&
    words.every((word) => isContentWord(word) || FOREIGN_QUESTION_WORDS.has(word) || SHARED.has(word))
  );
}

/** Small words of English that other languages have too. */
const SHARED: ReadonlySet<string> = new Set(
  'was in an a as so do me on no he i er die des de la le os'.split(' '),
);
