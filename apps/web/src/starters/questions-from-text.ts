const WORD = String.raw`\p{Lu}[\p{L}’'-]+`;
const NAME = `${WORD}(?: ${WORD}){0,3}`;

/** Verbs that take what was said or done after them: a question about that can be asked of any article. */
const VERBS: Readonly<Record<string, string>> = {
  announced: 'announce',
  described: 'describe',
  recalled: 'recall',
  praised: 'praise',
  condemned: 'condemn',
  criticised: 'criticise',
  criticized: 'criticize',
  promised: 'promise',
  proposed: 'propose',
  rejected: 'reject',
  launched: 'launch',
  compared: 'compare',
  discovered: 'discover',
};

const BEGINNINGS: Readonly<Record<string, string>> = {
  opened: 'open',
  began: 'begin',
  started: 'start',
  ended: 'end',
  closed: 'close',
};

/** Capitalised where a sentence begins, or always, and no names. */
const NO_NAMES = new Set(
  'The This That These Those It He She They We I You But And Or In On At As For If When While After Before His Her Their Its Our My There Here One Some Many Most Both Each Such Yet So Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(
    ' ',
  ),
);

/** Questions that the text itself may answer, made from its names and what stands beside them. */
export function questionsFromText(text: string): string[] {
  return [...whoQuestions(text), ...whenQuestions(text), ...whatQuestions(text)];
}

/** "Alexei Miller, the head of Gazprom," */
function whoQuestions(text: string): string[] {
  const role = new RegExp(
    `(?<!\\b[Tt]he )(${WORD} ${NAME}), (?:the|an?) (?!first|last|only)[^,.;]{4,60}[,.]`,
    'gu',
  );
  return namesIn(text, role).map(([name]) => `Who is ${name}?`);
}

/** "The harbour bridge opened in June" */
function whenQuestions(text: string): string[] {
  const verbs = Object.keys(BEGINNINGS).join('|');
  const event = new RegExp(
    String.raw`(?:[Tt]he ((?:[\p{L}-]+ ){1,4}?)|(${NAME}) )(${verbs}) (?:in|on) (?:\d|\p{Lu})`,
    'gu',
  );
  return [...text.matchAll(event)].flatMap(([, thing, name, verb]) => {
    const subject = thing === undefined ? nameAlone(name ?? '') : `the ${thing.trim()}`;
    return subject === '' ? [] : [`When did ${subject} ${BEGINNINGS[verb ?? '']}?`];
  });
}

/** "Gazprom announced" */
function whatQuestions(text: string): string[] {
  const deed = new RegExp(`(${NAME}) (${Object.keys(VERBS).join('|')}) `, 'gu');
  return namesIn(text, deed).map(([name, verb]) => `What did ${name} ${VERBS[verb ?? '']}?`);
}

function namesIn(text: string, pattern: RegExp): string[][] {
  return [...text.matchAll(pattern)]
    .map(([, name = '', ...rest]) => [nameAlone(name), ...rest.map((group) => group ?? '')])
    .filter(([name]) => name !== '');
}

/** A name without the words before it that are none. */
function nameAlone(name: string): string {
  const words = name.split(' ');
  return words.slice(words.findLastIndex((word) => NO_NAMES.has(word)) + 1).join(' ');
}
