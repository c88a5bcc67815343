/** Something that a question says is done. What it asks for, and what it leaves open, is null. */
export interface AskedAct {
  readonly verb: string;
  readonly doer: string | null;
  readonly undergoer: string | null;
}

const BE = 'is|are|was|were|be|been|being';
const DO = 'did|does|do|will|would|can|could|should|may|might|must|has|have|had';
const AUXILIARY = `${BE}|${DO}|am`;
/** A name as it is written, "the Northern Union" included. */
const NAME = String.raw`(?:the |The )?\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:(?:of|the|and|de|von|al) )*\p{Lu}[\p{L}\p{M}'’.-]*)*`;
/** What may stand between subject and verb. */
const BETWEEN = String.raw`(?: (?:not|first|last|ever|never|also|still|already|once|\p{Ll}+ly))*`;

/** Words between a verb and the one it is done to; where or to whom it is done is no such one. */
const TO = String.raw`(?:(?!(?:in|at|to|from|by|for|with|of|near|after|before|during|${AUXILIARY})\b)\p{Ll}+ ){0,3}?`;

/** "Who was sued by Gasco?", "Was Norpet sued by Gasco?" */
const DONE_BY = new RegExp(
  String.raw`(?<undergoer>${NAME})?(?: (?:been|being))?${BETWEEN} (?<verb>\p{Ll}+) by (?:the \p{Ll}+ )?(?<doer>${NAME})`,
  'u',
);
/** "By whom was Norpet sued?", "When was Norpet sued?" */
const DONE_TO = new RegExp(
  String.raw`\b(?:is|are|was|were)(?: the \p{Ll}+)? (?<undergoer>${NAME})${BETWEEN} (?<verb>\p{Ll}+(?:ed|en))\b`,
  'u',
);
/** "Whom did Gasco sue?", "Did Gasco sue Norpet?", "Has Gasco sued Norpet?" */
const DOES = new RegExp(
  String.raw`\b(?:${DO}|Did|Does|Do|Will|Has|Have|Had)(?: the \p{Ll}+)? (?<doer>${NAME})${BETWEEN} (?<verb>\p{Ll}+)\b(?: ${TO}(?<undergoer>${NAME}))?`,
  'u',
);
/** "Who sued Gasco?", "Which company sued the firm Gasco?" */
const WHO_DOES = new RegExp(
  String.raw`^\P{L}*(?:[Ww]ho|(?:[Ww]hat|[Ww]hich)(?: \p{Ll}+){1,3}?)${BETWEEN} (?!(?:${AUXILIARY})\b)(?<verb>\p{Ll}+) (?!(?:${AUXILIARY})\b)${TO}(?<undergoer>${NAME})`,
  'u',
);

/** What a question says of doing, where it puts it plainly. */
export function askedActOf(question: string): AskedAct | null {
  const passive = new RegExp(`\\b(?:${BE})\\b`, 'iu').test(question);
  const match =
    (passive ? (DONE_BY.exec(question) ?? DONE_TO.exec(question)) : null) ??
    DOES.exec(question) ??
    WHO_DOES.exec(question);
  const { verb, doer = null, undergoer = null } = match?.groups ?? {};
  return verb === undefined ? null : { verb, doer, undergoer };
}
