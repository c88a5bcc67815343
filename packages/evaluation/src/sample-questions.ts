/** `limit` of the questions, evenly spread over the set: the same ones every time. All of them without a limit. */
export function sampleQuestions<T>(questions: readonly T[], limit: number | undefined): readonly T[] {
  if (limit === undefined || limit >= questions.length) return questions;
  const step = questions.length / limit;
  return Array.from({ length: limit }, (_, index) => questions[Math.floor(index * step)] as T);
}
