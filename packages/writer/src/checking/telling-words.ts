/**
 * Words by which a clause may change what the rest of its sentence says: denials, doubts, conditions, contrasts,
 * limits, reported speech, what was undone later. A clause with one of them is never left out.
 */
const TELLING = new RegExp(
  [
    // Denials and what undoes.
    String.raw`\b(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|without|cannot|hardly|barely|scarcely|rarely|seldom)\b|n['’]t\b`,
    String.raw`\b(?:den[iy]|refus|reject|refut|debunk|disprov|retract|withdr[ae]w|contradict|disput|revers|cancel|annul|overturn|repeal|revok|abandon|suspend|postpon|delay|halt|fail|collaps|block|veto|bann|forb[ai]d|lapse|expir|correct|clarif)\p{L}*`,
    String.raw`\b(?:stop|end)(?:s|ped|ed)?\b`,
    // Falsehood and make-believe.
    String.raw`\b(?:false|untrue|incorrect|wrong|inaccurate|mislead|mistak|erroneous|error|lie[sd]?|lying|myth|hoax|rumou?r|fabricat|invent|forg(?:ed|ery|eries)|fake|fiction|imagin|hypothe|satir|parod|joke|dream|drill|exercise|simulat|rehears|theor|scenario|fals)\p{L}*`,
    // Doubt, speech and thought of others.
    String.raw`\b(?:alleg|purport|suppos|reported|presum|so-called|claim|insist|assert|contend|argu|maintain|say|said|told|tell|stat(?:ed|es|ing)\b|announc|declar|accord|warn|suggest|predict|forecast|expect|estimat|believ|think|thought|hop(?:e|es|ed|ing)\b|fear|doubt|question|challeng|criti|appear|seem|likely|probabl|possib|perhaps|maybe|apparent|potential|propos|plan|promis|pledg|vow|intend|aim|seek|sought|attempt|tr(?:y|ied|ies)\b|want|wish|vot)\p{L}*`,
    String.raw`\b(?:may|might|could|would|should|must|can|will|shall|cit(?:e|es|ed|ing)|quot(?:e|es|ed|ing))\b`,
    // Conditions, contrasts, exceptions.
    String.raw`\b(?:if|unless|whether|until|till|provided|providing|assuming|given|depending|pending|barring|except|excepting|excluding|excludes?|exclusive|but|although|though|however|despite|instead|rather|other than|apart|aside|unlike|versus|only|merely|just|still|yet|once|because)\b`,
    // Limits and sums.
    String.raw`\b(?:almost|nearly|about|around|roughly|approximately|at least|at most|up to|more than|less than|fewer|over|under|partly|partially|mostly|some|few|most|many|several|all|every|each|any|both|either|half|third|quarter|respectively|combined|together|total|altogether|jointly|adjust\p{L}*|count\p{L}*|consider\p{L}*|compar\p{L}*)\b`,
    // What a thing only was, or was to be.
    String.raw`\b(?:former|ex|acting|interim|would-be|self-styled|self-proclaimed|titular|honorary|nominal|unofficial|draft|preliminary|provisional|unaudited)\b`,
  ].join('|'),
  'iu',
);

/** Whether leaving these words out, or ending a sentence before them, may change what is said. */
export function isTelling(text: string): boolean {
  return TELLING.test(text);
}

const DENIAL =
  /\b(?:not|no|never|none|nor|neither|nobody|nothing|without|cannot|hardly|scarcely|few|only)\b|n['’]t\b/iu;

export function denies(text: string): boolean {
  return DENIAL.test(text);
}

const ALWAYS_VERBS =
  'was were is are has have had will would can could may might must did does do became began went took came gave saw ' +
  'knew wrote spoke rose fell grew flew drove chose broke froze swore tore wore withdrew threw stole shook ate sank sang rang drank swam shrank';
const MOSTLY_VERBS =
  'met made held led left sent spent built bought brought lost won paid kept sold stood told found fought heard felt ' +
  'meant taught caught sought said lent dealt struck put set cut hit shut read ran sat spread began';
const VERBS = new Set(`${ALWAYS_VERBS} ${MOSTLY_VERBS}`.split(' '));

/** Whether a word is, by its form alone, a verb that says what was. */
export function isVerb(word: string): boolean {
  return VERBS.has(word) || /\p{Ll}{2}ed$/u.test(word);
}
