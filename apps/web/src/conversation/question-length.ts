/** The API refuses longer questions; in UTF-16 code units. */
const LONGEST_QUESTION = 2000;

/** Why a question is too long to be asked; null when it is not. */
export function excessWords(question: string): string | null {
  const length = question.trim().length;
  if (length <= LONGEST_QUESTION) {
    return null;
  }
  const excess = (length - LONGEST_QUESTION).toLocaleString('en-GB');
  return `The question is ${length.toLocaleString('en-GB')} characters long, ${excess} more than can be asked. Shorten it.`;
}
