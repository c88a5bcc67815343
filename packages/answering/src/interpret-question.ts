import { isContentWord, MAX_QUERY_LENGTH, termsOf } from '@footnote/retrieval';
import type { ConversationTurn } from './ask-result.ts';
import { followUp, refersBack, type Said } from './follow-up.ts';
import { splitQuestions } from './split-questions.ts';

export interface Interpretation {
  /** What is asked, each as it is searched and read: it stands on its own. */
  readonly questions: readonly string[];
  /** It refers to something that nothing said before explains. */
  readonly needsContext: boolean;
}

/** Turns that are read, the last ones: a conversation may be of any length, and reading it must not be. */
export const MAX_TURNS = 20;

/**
 * Makes what is asked stand on its own. What is only said beside a question is no part of it, but explains its
 * pronouns; so do the last turns, their answers included; a turn without words is none. Of an earlier question as much is read
 * as may be asked: the time that takes grows with the square of its length.
 */
export function interpretQuestion(
  question: string,
  history: readonly ConversationTurn[] = [],
): Interpretation {
  let before: Said | null = null;
  for (const turn of history.slice(-MAX_TURNS)) {
    const asked = turn.question.slice(0, MAX_QUERY_LENGTH);
    if (!/[\p{L}\p{N}]/u.test(asked)) continue;
    const said = resolveAll(asked, before);
    before = { question: said.at(-1) ?? asked, answer: turn.answer ?? null };
  }
  const needsContext = before === null && needsMore(question);
  return { questions: resolveAll(question, before), needsContext };
}

function resolveAll(text: string, before: Said | null): string[] {
  const { questions, remarks } = splitQuestions(text);
  const resolved: string[] = [];
  let said = remarks.length > 0 ? { question: remarks.join(' '), answer: null } : before;
  for (const question of questions) {
    resolved.push(said === null ? question : followUp(question, said));
    said = { question: resolved.at(-1) ?? question, answer: null };
  }
  return resolved;
}

/** Whether the first question of a conversation says too little to stand on its own. */
function needsMore(text: string): boolean {
  const { questions, remarks } = splitQuestions(text);
  const [first = text] = questions;
  const words = termsOf(first).filter(({ word }) => isContentWord(word));
  return remarks.length === 0 && refersBack(first) && words.length <= FEW_WORDS;
}

/** With no more words of its own than this, a question that leans on another says nothing without it. */
const FEW_WORDS = 2;
