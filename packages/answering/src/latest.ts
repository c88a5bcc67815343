const LATEST =
  /\b(?:(?:the )?(?:most recent(?:ly)?|latest|newest|up-to-date)|current(?:ly)?|at (?:present|the moment)|nowadays|right now|now|to date|so far)\b/giu;
/** "Who is the director", "Who directs the port", "Which company runs the line" */
const WHO_NOW =
  /^\P{L}*(?:who|which \p{L}+)(?: else)? (?:is|are|(?!was|has|does)\p{Ll}+s) (?!.*\b(?:was|were|did|had)\b)/iu;

/** The words of a question that ask for what is so now, or was said last. */
export function latestIn(question: string): { start: number; end: number }[] {
  return [...question.matchAll(LATEST)].map(({ 0: words, index }) => ({
    start: index + (/^the /iu.test(words) ? 'the '.length : 0),
    end: index + words.length,
  }));
}

/** Whether the newest of several answers is asked for. */
export function asksForLatest(question: string): boolean {
  return latestIn(question).length > 0;
}

/** Whether it is asked who somebody is, which another may have been before. */
export function asksWhoNow(question: string): boolean {
  return WHO_NOW.test(question);
}

/** A question without the words that ask for the newest: they are a matter of the articles' dates, not of their words. */
export function withoutLatest(question: string): string {
  return latestIn(question)
    .reduceRight(
      (text, { start, end }) => `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`,
      question,
    )
    .replace(/^\s+| (?=[?.!,])/gu, '');
}
