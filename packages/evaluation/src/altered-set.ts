import { createQuestionChanger } from './change-question.ts';
import type { LabelledQuestion, LabelledSet } from './labelled-set.ts';

/**
 * The set without every other document: a question that only a document left out answers is not answerable. Of one that
 * nothing is known about, nothing becomes known.
 */
export function hideDocuments({ documents, questions }: LabelledSet): LabelledSet {
  const shown = documents.filter((_, i) => i % 2 === 0);
  const ids = new Set(shown.map(({ id }) => id));
  return {
    documents: shown,
    questions: questions.map((question) => {
      const relevant = new Map([...question.relevant].filter(([id]) => ids.has(id)));
      const isHidden = question.answerDocument !== null && !ids.has(question.answerDocument);
      return isHidden && question.isImpossible !== null
        ? { ...question, relevant, isImpossible: true, alteration: 'HIDDEN' }
        : { ...question, relevant };
    }),
  };
}

/** The set with each answerable question also changed by rule, where a rule applies: the changed ones are not answerable. */
export function addChangedQuestions(set: LabelledSet): LabelledSet {
  const changer = createQuestionChanger(set.documents);
  const changed = set.questions
    .filter(({ isImpossible }) => isImpossible === false)
    .flatMap((question, i): LabelledQuestion[] => {
      const changes = changer.changesOf(question);
      const chosen = changes[i % Math.max(1, changes.length)];
      if (chosen === undefined) return [];
      const { id } = question;
      return [
        {
          ...question,
          id: `${id} ${chosen.change}`,
          text: chosen.question,
          relevant: new Map(),
          isImpossible: true,
          alteration: chosen.change,
        },
      ];
    });
  return { ...set, questions: [...set.questions, ...changed] };
}
